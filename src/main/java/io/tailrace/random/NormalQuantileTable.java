package io.tailrace.random;

/// Coefficients of [NormalQuantile]: `COEFFICIENTS[degree][octave]`, so that lanes look up one row per degree.
///
/// Source: fitted by `src/test/resources/random/normal-quantile.py`, which prints this file and describes the recipe.
public final class NormalQuantileTable {
    static final int DEGREE = 7;
    static final int OCTAVES = 32;

    private static final float[][] COEFFICIENTS = {
        {
            -0x1.919c6ep2f, -0x1.8aa6c8p2f, -0x1.8392aap2f, -0x1.7c5e7cp2f,
            -0x1.750884p2f, -0x1.6d8ed8p2f, -0x1.65ef68p2f, -0x1.5e27e8p2f,
            -0x1.5635dp2f, -0x1.4e1654p2f, -0x1.45c658p2f, -0x1.3d425ap2f,
            -0x1.348672p2f, -0x1.2b8e2ep2f, -0x1.225482p2f, -0x1.18d3a6p2f,
            -0x1.0f04ecp2f, -0x1.04e092p2f, -0x1.f4baep1f, -0x1.dee15cp1f,
            -0x1.c81a78p1f, -0x1.b0465p1f, -0x1.973d58p1f, -0x1.7ccd7ap1f,
            -0x1.60b5d2p1f, -0x1.429fdp1f, -0x1.2213b8p1f, -0x1.fcc812p0f,
            -0x1.ad0a62p0f, -0x1.516928p0f, -0x1.c6381p-1f, -0x1.46496p-2f,
        },
        {
            0x1.a8da8p-4f, 0x1.afff74p-4f, 0x1.b78272p-4f, 0x1.bf6bc4p-4f,
            0x1.c7c4b6p-4f, 0x1.d097dap-4f, 0x1.d9f128p-4f, 0x1.e3de56p-4f,
            0x1.ee6f16p-4f, 0x1.f9b58ep-4f, 0x1.02e366p-3f, 0x1.095dbap-3f,
            0x1.10583ep-3f, 0x1.17e422p-3f, 0x1.2015fep-3f, 0x1.2906a6p-3f,
            0x1.32d476p-3f, 0x1.3da4e6p-3f, 0x1.49a6e2p-3f, 0x1.571606p-3f,
            0x1.663f66p-3f, 0x1.778898p-3f, 0x1.8b7ab8p-3f, 0x1.a2d3d8p-3f,
            0x1.bea45p-3f, 0x1.e08234p-3f, 0x1.05751ap-2f, 0x1.210292p-2f,
            0x1.46b4cp-2f, 0x1.7e5f94p-2f, 0x1.db8e1ep-2f, 0x1.518e8ep-1f,
        },
        {
            -0x1.149a6ep-5f, -0x1.18fa8cp-5f, -0x1.1d9d28p-5f, -0x1.228716p-5f,
            -0x1.2796ecp-5f, -0x1.2d1364p-5f, -0x1.32bd5ap-5f, -0x1.38bd4ep-5f,
            -0x1.3f2d14p-5f, -0x1.460554p-5f, -0x1.4d2bccp-5f, -0x1.54f71ep-5f,
            -0x1.5d33b8p-5f, -0x1.661662p-5f, -0x1.6fb03ap-5f, -0x1.7a1304p-5f,
            -0x1.856afap-5f, -0x1.91a1bcp-5f, -0x1.9f3072p-5f, -0x1.ae1986p-5f,
            -0x1.bea1c8p-5f, -0x1.d12c72p-5f, -0x1.e5ff08p-5f, -0x1.fdb29p-5f,
            -0x1.0c732ap-4f, -0x1.1c321cp-4f, -0x1.2e9adcp-4f, -0x1.4441ccp-4f,
            -0x1.5d6a5p-4f, -0x1.786ac4p-4f, -0x1.87e5aep-4f, -0x1.1bb156p-4f,
        },
        {
            0x1.e634e4p-7f, 0x1.edcebp-7f, 0x1.f5c606p-7f, 0x1.fe1f4p-7f,
            0x1.0373a8p-6f, 0x1.0811aap-6f, 0x1.0cf0b4p-6f, 0x1.1214c6p-6f,
            0x1.178666p-6f, 0x1.1d4c58p-6f, 0x1.237026p-6f, 0x1.29f9e4p-6f,
            0x1.30f71ap-6f, 0x1.38762p-6f, 0x1.4082d2p-6f, 0x1.49344ap-6f,
            0x1.529d28p-6f, 0x1.5cd9cep-6f, 0x1.6808e8p-6f, 0x1.745232p-6f,
            0x1.81e23ep-6f, 0x1.90f78ap-6f, 0x1.a1d8aep-6f, 0x1.b4e5e4p-6f,
            0x1.ca9474p-6f, 0x1.e3824p-6f, 0x1.003be4p-5f, 0x1.1141b2p-5f,
            0x1.2581fp-5f, 0x1.3e26f2p-5f, 0x1.601a0ep-5f, 0x1.d6cffap-5f,
        },
        {
            -0x1.db517ep-8f, -0x1.e5ad36p-8f, -0x1.edadfap-8f, -0x1.f34bb8p-8f,
            -0x1.ffc5aep-8f, -0x1.01cdbcp-7f, -0x1.07be9cp-7f, -0x1.0dc43ap-7f,
            -0x1.11ce0ap-7f, -0x1.15e7d2p-7f, -0x1.1e8cap-7f, -0x1.22ecc6p-7f,
            -0x1.2afe9ap-7f, -0x1.328b4ep-7f, -0x1.39fe2ep-7f, -0x1.42227ep-7f,
            -0x1.492a7ap-7f, -0x1.55f404p-7f, -0x1.5f1a0ep-7f, -0x1.6a90bcp-7f,
            -0x1.77d9c2p-7f, -0x1.84c79ep-7f, -0x1.954d04p-7f, -0x1.a6c8e4p-7f,
            -0x1.ba535cp-7f, -0x1.d1938ep-7f, -0x1.ecd3c2p-7f, -0x1.05e35ap-6f,
            -0x1.18472p-6f, -0x1.2df5b8p-6f, -0x1.473a04p-6f, -0x1.35892ap-6f,
        },
        {
            0x1.f85c22p-9f, 0x1.0006bp-8f, 0x1.04005cp-8f, 0x1.08485ep-8f,
            0x1.0ca5fp-8f, 0x1.1155eap-8f, 0x1.162da6p-8f, 0x1.1b6634p-8f,
            0x1.20d646p-8f, 0x1.269c82p-8f, 0x1.2cac2ep-8f, 0x1.3342e8p-8f,
            0x1.3a38ap-8f, 0x1.41831ap-8f, 0x1.499876p-8f, 0x1.5211a4p-8f,
            0x1.5b5beep-8f, 0x1.65585p-8f, 0x1.703df8p-8f, 0x1.7c1008p-8f,
            0x1.89416cp-8f, 0x1.97a2fp-8f, 0x1.a7c728p-8f, 0x1.b9b7e2p-8f,
            0x1.ce239ep-8f, 0x1.e54d7ap-8f, 0x1.000ddap-7f, 0x1.0f7832p-7f,
            0x1.21c458p-7f, 0x1.378974p-7f, 0x1.51cc6ap-7f, 0x1.902116p-7f,
        },
        {
            -0x1.5d9a6ep-9f, -0x1.55a1a2p-9f, -0x1.59ad76p-9f, -0x1.6a047p-9f,
            -0x1.5e7406p-9f, -0x1.7acc92p-9f, -0x1.766e1ap-9f, -0x1.73f7fap-9f,
            -0x1.85ad46p-9f, -0x1.99fa9ap-9f, -0x1.8a165ap-9f, -0x1.a343ep-9f,
            -0x1.a070a4p-9f, -0x1.a6e00cp-9f, -0x1.b3797cp-9f, -0x1.bff95cp-9f,
            -0x1.dce478p-9f, -0x1.cf3b9p-9f, -0x1.ea1852p-9f, -0x1.faddd2p-9f,
            -0x1.03bf6p-8f, -0x1.128138p-8f, -0x1.19bd24p-8f, -0x1.2682bcp-8f,
            -0x1.36121ep-8f, -0x1.43d148p-8f, -0x1.51df22p-8f, -0x1.65fa3p-8f,
            -0x1.7c923ep-8f, -0x1.99593ap-8f, -0x1.b9ba08p-8f, -0x1.cb9eb2p-8f,
        },
        {
            0x1.8cd9fp-10f, 0x1.92c436p-10f, 0x1.99583cp-10f, 0x1.9f4d76p-10f,
            0x1.a6908cp-10f, 0x1.ad6468p-10f, 0x1.b54e8p-10f, 0x1.bcbae2p-10f,
            0x1.c53052p-10f, 0x1.cdfddap-10f, 0x1.d7d6acp-10f, 0x1.e1265cp-10f,
            0x1.eb9312p-10f, 0x1.f7e4aap-10f, 0x1.017948p-9f, 0x1.084a26p-9f,
            0x1.0f0e9p-9f, 0x1.16b112p-9f, 0x1.1edaeap-9f, 0x1.281f56p-9f,
            0x1.317674p-9f, 0x1.3c8bcap-9f, 0x1.483f0ap-9f, 0x1.55dd4ep-9f,
            0x1.64862ap-9f, 0x1.758c2ep-9f, 0x1.88687ap-9f, 0x1.9f9654p-9f,
            0x1.b95d5ap-9f, 0x1.d7d1f8p-9f, 0x1.fd51ecp-9f, 0x1.1c48f4p-8f,
        },
    };

    private NormalQuantileTable() {}

    /// The coefficients of one degree, one per octave; a copy.
    public static float[] ofDegree(int degree) {
        return COEFFICIENTS[degree].clone();
    }
}
