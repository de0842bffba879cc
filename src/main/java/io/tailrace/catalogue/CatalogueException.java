package io.tailrace.catalogue;

/// The catalogue cannot be used; the message says why and what makes it again. Never a reason to stop a run.
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
