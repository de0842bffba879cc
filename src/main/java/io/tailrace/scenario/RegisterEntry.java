package io.tailrace.scenario;

/// One line of the assumption register: a parameter, its value, where it comes from and where it stands.
///
/// Parameters left at their preset have the source `preset`, at the location of their section.
///
/// @param value a number, or a distribution's name with its parameters, the same however the file writes it
public record RegisterEntry(
        String key,
        String unit,
        String value,
        Input.Provenance provenance,
        Location location) {

    static RegisterEntry of(Place at, Field field, Input input, Location written) {
        String value = CanonicalJson.text(input.distribution());
        return new RegisterEntry(at.path(), field.unit(), value, input.provenance(), written);
    }

    /// Whether the scenario leaves it at its preset.
    public boolean leftAtPreset() {
        return provenance.equals(Place.PRESET);
    }
}
