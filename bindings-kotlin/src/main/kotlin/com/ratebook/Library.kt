package com.ratebook

import com.sun.jna.Memory
import com.sun.jna.Native
import com.sun.jna.Platform
import com.sun.jna.Pointer
import com.sun.jna.internal.Cleaner
import java.lang.ref.Reference
import java.nio.ByteBuffer
import java.util.concurrent.atomic.AtomicLong

/** The library's functions, as `ratebook.h` declares them. */
internal object Calls {
    init {
        Native.register(Calls::class.java, "ratebook_ffi")
    }

    @JvmStatic external fun ratebook_interface(): Long

    @JvmStatic external fun ratebook_load(kind: Int, definition: Pointer, definitionBytes: Long, answer: Pointer, answerBytes: Long): Long

    @JvmStatic
    external fun ratebook_ask(
        operation: Int, handle: Long, request: Pointer, requestBytes: Long, answer: Pointer, answerBytes: Long,
    ): Long

    @JvmStatic external fun ratebook_rest(answer: Pointer, answerBytes: Long): Long

    @JvmStatic external fun ratebook_drop(handle: Long)
}

/** A definition that the library keeps until this is closed, or collected. */
public abstract class Loaded internal constructor(internal val handle: Handle) : AutoCloseable {
    /** Frees the definition now rather than when the object is collected. Asking afterwards is refused. */
    override fun close() {
        handle.release()
    }
}

internal class Handle(val number: Long, bytes: Long) {
    private val cleanable: Cleaner.Cleanable

    init {
        Pressure.add(bytes)
        // What is to be done must not hold this object, or it would never be collected.
        val number = number
        cleanable = Cleaner.getCleaner().register(this) {
            Calls.ratebook_drop(number)
            Pressure.take(bytes)
        }
    }

    fun release() {
        cleanable.clean()
    }
}

/**
 * What the definitions weigh that live beside the heap. The collector sees small objects and has no reason to run while they keep much
 * alive; so it is called when much more is kept than was needed after it ran last.
 */
internal object Pressure {
    /** A compiled definition takes some times the bytes of its JSON. */
    private const val BYTES_PER_BYTE = 8L

    /** What no compiled definition does without, measured on a list of two prices. */
    private const val LEAST = 24_576L

    /** Below this nothing is done. */
    private const val FREE = 32L shl 20

    private val kept = AtomicLong()
    private val limit = AtomicLong(FREE)

    fun add(bytes: Long) {
        val now = kept.addAndGet(bytes * BYTES_PER_BYTE + LEAST)
        val most = limit.get()
        // One thread calls it; the others go on.
        if (now <= most || !limit.compareAndSet(most, Long.MAX_VALUE)) return
        System.gc()
        // What was found is freed by a thread of its own.
        repeat(ROUNDS) { if (kept.get() > most / 2) Thread.sleep(1) }
        limit.set(maxOf(FREE, kept.get() * 2))
    }

    fun take(bytes: Long) {
        kept.addAndGet(-(bytes * BYTES_PER_BYTE + LEAST))
    }

    private const val ROUNDS = 20
}

/** The engine, by way of C: bytes there and back. */
internal object Library {
    /** Room of a thread for requests and answers; longer answers are fetched a second time. */
    private class Room {
        val writer = WireWriter()
        var request = Shared(FIRST_ROOM)
        var answer = Shared(FIRST_ROOM)
        var bytes = ByteArray(FIRST_ROOM)
    }

    /** Memory that both sides see. */
    private class Shared(val size: Int) {
        val memory = Memory(size.toLong())
        val buffer: ByteBuffer = memory.getByteBuffer(0, size.toLong())
    }

    private val rooms = ThreadLocal.withInitial { Room() }

    /** Why nothing can be asked: there is no library, or it is one that another version of this package was made for. */
    private val refusal: RatebookException? =
        try {
            if (Calls.ratebook_interface() == INTERFACE) {
                null
            } else {
                defect("the library ratebook_ffi is of another version than this package; put the two of one release together")
            }
        } catch (error: LinkageError) {
            defect(
                "the engine for ${Platform.RESOURCE_PREFIX} (${System.getProperty("os.name")}, ${System.getProperty("os.arch")}) was not " +
                    "found: take the artifact that carries it, put the library ratebook_ffi into a folder that jna.library.path " +
                    "names, or build it from source as the README says",
            ).also { it.initCause(error) }
        }

    private fun defect(message: String) =
        EngineException(ErrorReport(Code.ENGINE_DEFECT, message, "", reasons = listOf(Reason(Code.ENGINE_DEFECT, message, ""))))

    /** The room of this thread, where there is a library to be asked. */
    private fun room(): Room {
        if (refusal != null) throw refusal
        return rooms.get()
    }

    fun load(kind: Int, definition: RatebookValue): Handle {
        val room = room()
        room.writer.clear()
        definition.write(room.writer)
        return loaded(kind, room, room.writer.bytes, room.writer.size)
    }

    fun loadBytes(kind: Int, definition: ByteArray): Handle = loaded(kind, room(), definition, definition.size)

    private fun loaded(kind: Int, room: Room, definition: ByteArray, size: Int): Handle {
        val told = give(room, definition, size).let { given ->
            Calls.ratebook_load(kind, given.memory, size.toLong(), room.answer.memory, room.answer.size.toLong())
        }
        return Handle(answered(room, told).long(), size.toLong())
    }

    inline fun <T> ask(operation: Int, handle: Handle?, request: RatebookValue, read: (WireReader) -> T): T {
        val reader = asked(operation, handle, request)
        try {
            return read(reader)
        } catch (fault: WireFault) {
            throw fault.told(Code.ENGINE_DEFECT)
        }
    }

    fun asked(operation: Int, handle: Handle?, request: RatebookValue): WireReader {
        val room = room()
        room.writer.clear()
        request.write(room.writer)
        return asked(operation, handle, room, room.writer.bytes, room.writer.size)
    }

    fun askJson(operation: Int, handle: Handle?, request: ByteArray): ByteArray =
        asked(operation, handle, room(), request, request.size).all()

    private fun asked(operation: Int, handle: Handle?, room: Room, request: ByteArray, size: Int): WireReader {
        val given = give(room, request, size)
        val told = Calls.ratebook_ask(
            operation, handle?.number ?: 0, given.memory, size.toLong(), room.answer.memory, room.answer.size.toLong(),
        )
        Reference.reachabilityFence(handle)
        return answered(room, told)
    }

    private fun give(room: Room, bytes: ByteArray, size: Int): Shared {
        if (size > room.request.size) room.request = Shared(size * 2)
        room.request.buffer.clear()
        room.request.buffer.put(bytes, 0, size)
        return room.request
    }

    /** What the library told, ready to be read; an error when the count of its bytes is below zero. */
    private fun answered(room: Room, told: Long): WireReader {
        val count = Math.toIntExact(if (told < 0) -1 - told else told)
        if (count > room.answer.size) {
            room.answer = Shared(count)
            Calls.ratebook_rest(room.answer.memory, count.toLong())
        }
        if (count > room.bytes.size) room.bytes = ByteArray(count)
        room.answer.buffer.clear()
        room.answer.buffer.get(room.bytes, 0, count)
        val reader = WireReader(room.bytes, count)
        if (told < 0) throw RatebookException.of(ErrorReport.read(reader))
        return reader
    }

    private const val FIRST_ROOM = 16_384
}
