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

final class BatchSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.batchJson());

    @Test
    void theCommittedSchemaIsTheOneOfTheRecords() throws IOException {
        assertThat(Files.readString(Path.of("configs/batch.schema.json"))).isEqualTo(ScenarioSchema.batchJson());
    }

    @Test
    void theShippedBatchIsValid() throws IOException {
        assertThat(SCHEMA.validate(Files.readString(Path.of("configs/nightly.yaml")), InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: b}",
                "{name: b, groups: [{scenarios: one.yaml}]}",
                "{name: b, groups: [{scenarios: [one.yaml], seeds: [x]}]}",
                "{name: b, groups: [{scenarios: [one.yaml], paths: 0}]}",
                "{name: b, groups: [{scenarios: [one.yaml], pahts: 10}]}",
                "{name: b, groups: [{scenarios: [one.yaml], settings: {quarters: 4}}]}"
            })
    void whatTheRecordsDoNotAdmitIsInvalid(String broken) {
        assertThat(SCHEMA.validate(broken, InputFormat.YAML)).isNotEmpty();
    }
}
