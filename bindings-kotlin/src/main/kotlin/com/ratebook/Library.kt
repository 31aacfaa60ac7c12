package com.ratebook

import com.sun.jna.Memory
import com.sun.jna.Native
import com.sun.jna.Pointer
import com.sun.jna.internal.Cleaner
import java.lang.ref.Reference
import java.nio.ByteBuffer

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

internal class Handle(val number: Long) {
    // What is to be done must not hold this object, or it would never be collected.
    private val cleanable = number.let { number -> Cleaner.getCleaner().register(this) { Calls.ratebook_drop(number) } }

    fun release() {
        cleanable.clean()
    }
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

    /** The error of a library that another version of this package was made for. */
    private val mismatch: RatebookException? =
        if (Calls.ratebook_interface() == INTERFACE) {
            null
        } else {
            val message = "the library ratebook_ffi is of another version than this package; put the two of one release together"
            EngineException(ErrorReport(Code.ENGINE_DEFECT, message, "", reasons = emptyList()))
        }

    fun load(kind: Int, definition: RatebookValue): Handle {
        val room = rooms.get()
        room.writer.clear()
        definition.write(room.writer)
        return loaded(kind, room, room.writer.bytes, room.writer.size)
    }

    fun loadBytes(kind: Int, definition: ByteArray): Handle = loaded(kind, rooms.get(), definition, definition.size)

    private fun loaded(kind: Int, room: Room, definition: ByteArray, size: Int): Handle {
        val told = give(room, definition, size).let { given ->
            Calls.ratebook_load(kind, given.memory, size.toLong(), room.answer.memory, room.answer.size.toLong())
        }
        return Handle(answered(room, told).long())
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
        val room = rooms.get()
        room.writer.clear()
        request.write(room.writer)
        return asked(operation, handle, room, room.writer.bytes, room.writer.size)
    }

    fun askJson(operation: Int, handle: Handle?, request: ByteArray): ByteArray =
        asked(operation, handle, rooms.get(), request, request.size).all()

    private fun asked(operation: Int, handle: Handle?, room: Room, request: ByteArray, size: Int): WireReader {
        val given = give(room, request, size)
        val told = Calls.ratebook_ask(
            operation, handle?.number ?: 0, given.memory, size.toLong(), room.answer.memory, room.answer.size.toLong(),
        )
        Reference.reachabilityFence(handle)
        return answered(room, told)
    }

    private fun give(room: Room, bytes: ByteArray, size: Int): Shared {
        if (mismatch != null) throw mismatch
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
