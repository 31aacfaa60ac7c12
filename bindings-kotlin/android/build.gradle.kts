// The Android library: the same Kotlin sources as on the JVM, and the engine for each ABI in src/main/jniLibs, which
// ../scripts/build-android.sh puts there, with the licences in src/main/resources. Built by `gradle assembleRelease` where the Android SDK is.
plugins {
    id("com.android.library") version "8.13.0"
    id("org.jetbrains.kotlin.android") version "2.4.21"
}

android {
    namespace = "com.ratebook"
    compileSdk = 36
    defaultConfig {
        // java.time since 26, Reference.reachabilityFence since 28.
        minSdk = 28
        consumerProguardFiles("consumer-rules.pro")
    }
    sourceSets["main"].kotlin.srcDir("../src/main/kotlin")
    // Editors show what lies beside the library.
    publishing {
        singleVariant("release") {
            withSourcesJar()
            withJavadocJar()
        }
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
}

kotlin {
    explicitApi()
    compilerOptions {
        // The oldest Kotlin whose compiler reads this package.
        languageVersion = org.jetbrains.kotlin.gradle.dsl.KotlinVersion.KOTLIN_2_2
        apiVersion = org.jetbrains.kotlin.gradle.dsl.KotlinVersion.KOTLIN_2_2
    }
    coreLibrariesVersion = "2.2.20"
}

dependencies {
    api("org.jetbrains.kotlinx:kotlinx-serialization-json:1.9.0")
    api("net.java.dev.jna:jna:5.19.1@aar")
}
