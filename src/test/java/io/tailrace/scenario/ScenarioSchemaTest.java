package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScenarioSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.json());

    @Test
    void theCommittedSchemaIsTheOneOfTheRecords() throws IOException {
        assertThat(Files.readString(Path.of("configs/scenario.schema.json"))).isEqualTo(ScenarioSchema.json());
    }

    @Test
    void theSampleAndItsCanonicalTextAreValid() {
        assertThat(SCHEMA.validate(BrokenCases.resource("valid.yaml"), InputFormat.YAML)).isEmpty();
        assertThat(SCHEMA.validate(Samples.load().canonicalText(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extends: base.yaml\nprice: {shock: -0.7}",
                "extends: base.yaml\njumps: null\nprice: null",
                "stress: {title: Price war}\nprice: {deflation: {uniform: {min: 0, max: 1}}}",
                "stress: {name: x}\nregimes: {transition: [[1]]}"
            })
    void overlaysNeedNotBeComplete(String overlay) {
        assertThat(SCHEMA.validate(overlay, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price: {shock: 0.1}",
                "stress: {titel: x}",
                "stress: {title: x}\nprice: {schock: 0.1}",
                "stress: {title: x}\ncapacity: {businessShare: 1.5}",
                "stress: {title: x}\ncapacity: {businessShare: {uniform: {min: 0}}}",
                "stress: {title: x}\ncapacity: {businessShare: {value: 1, confidence: total}}",
                "stress: {title: x}\ncapacity: {businessShare: {unifrom: {min: 0, max: 1}}}",
                "stress: {title: x}\nshocks: {correlation: {demmand: {spot: 0.1}}}",
                "stress: {title: x}\nshocks: {correlation: {demand: {spot: 1.1}}}",
                "stress: {title: x}\nbackTest: [{name: x, kind: guess}]"
            })
    void whatTheRecordsDoNotAdmitIsInvalid(String broken) {
        assertThat(SCHEMA.validate(broken, InputFormat.YAML)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarters: 20\n", "price:\n", "delayCorrelation: 0.3", "min: 0.25, ", "drift: 0.08"})
    void theSampleIsInvalidWithoutASoundKey(String text) {
        var broken = BrokenCases.resource("valid.yaml").replace(text, text.replaceFirst("\\w+", "unknown"));

        assertThat(SCHEMA.validate(broken, InputFormat.YAML)).isNotEmpty();
    }
}
