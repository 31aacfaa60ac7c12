package com.ratebook

import com.ratebook.example.JavaCaller
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What the artifact is to those who take it. */
class PackageTest {
    @Test
    fun kotlin22ReadsIt() {
        for (type in listOf(RateList::class, com.ratebook.rates.Price::class, RatebookException::class)) {
            val metadata = type.java.getAnnotation(Metadata::class.java)
            assertEquals(listOf(2, 2), metadata.metadataVersion.take(2), type.toString())
        }
    }

    @Test
    fun licencesAndRulesLieInTheJar() {
        for (name in listOf("META-INF/LICENSE-APACHE", "META-INF/LICENSE-MIT", "META-INF/proguard/consumer-rules.pro")) {
            assertTrue(javaClass.classLoader.getResource(name) != null, name)
        }
    }

    @Test
    fun javaBuildsWhatItAsks() {
        assertEquals("240.00", JavaCaller.total())
        val fault = assertThrows(IllegalStateException::class.java) { com.ratebook.rates.RateListDefinition.builder().build() }
        assertEquals("`name` of RateListDefinition is not set", fault.message)
    }

    /** Without the engine's library the error is the package's own, and says what to do. */
    @Test
    fun aMissingLibraryIsToldWithItsFix() {
        val bare = File.createTempFile("classes", "").also { it.delete() }
        File("target/classes").copyRecursively(bare)
        bare.listFiles().orEmpty().filter { file -> file.walk().any { it.name.contains("ratebook_ffi") } }.forEach { it.deleteRecursively() }
        val path = System.getProperty("java.class.path").split(File.pathSeparator).map { if (it.endsWith("target/classes")) bare.path else it }
        val java = File(System.getProperty("java.home"), "bin/java").path
        val process = ProcessBuilder(java, "-cp", path.joinToString(File.pathSeparator), "com.ratebook.NoLibrary").redirectErrorStream(true).start()
        val told = process.inputStream.readBytes().decodeToString()
        assertEquals(0, process.waitFor(), told)
        bare.deleteRecursively()
        assertTrue(told.startsWith("engine.defect: the engine for linux-") || told.startsWith("engine.defect: the engine for "), told)
        assertTrue("jna.library.path" in told && "build it from source" in told, told)
    }
}

internal object NoLibrary {
    @JvmStatic
    fun main(arguments: Array<String>) {
        try {
            Engine.codes(CodesRequest())
        } catch (missing: EngineException) {
            println("${missing.code}: ${missing.message}")
        }
    }
}
