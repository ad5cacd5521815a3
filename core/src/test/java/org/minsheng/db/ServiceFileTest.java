package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFileTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheSectionOfAService() throws IOException {
        Path file = Files.writeString(folder.resolve("services"), """
                # services of the bureau
                [night]
                host=db.example
                port = 5433

                [counter]
                host=counter.example
                [night]
                host=second.example
                """);

        ServiceFile services = ServiceFile.read(file);

        assertThat(services.section("night")).contains(Map.of("host", "db.example", "port", "5433"));
        assertThat(services.section("counter")).contains(Map.of("host", "counter.example"));
        assertThat(services.section("day")).isEmpty();
        assertThat(ServiceFile.read(folder.resolve("missing")).section("night")).isEmpty();
    }

    @Test
    void namesTheLineThatItCannotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("services"), "[night]\nhost db.example\n");

        assertThatThrownBy(() -> ServiceFile.read(file)).hasMessageContaining("line 2");
    }
}
