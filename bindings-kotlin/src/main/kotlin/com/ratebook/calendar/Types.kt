// Written by `cargo xtask generate`.

package com.ratebook.calendar

import com.ratebook.*
import com.ratebook.assignment.*
import com.ratebook.automation.*
import com.ratebook.cancellation.*
import com.ratebook.contacts.*
import com.ratebook.deadlines.*
import com.ratebook.expression.*
import com.ratebook.flow.*
import com.ratebook.money.*
import com.ratebook.plans.*
import com.ratebook.rates.*
import com.ratebook.records.*
import com.ratebook.storefront.*
import com.ratebook.tenancy.*
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

/** Resources and everything that is taken of them. */
@Serializable(with = CalendarDefinition.Companion::class)
public data class CalendarDefinition(
    /** What can be taken. */
    public val resources: List<Resource>,
    /** What is booked. */
    public val bookings: List<Booking> = emptyList(),
    /** What is held for a while. */
    public val holds: List<Hold> = emptyList(),
    /** What nobody may take: repairs, events of other calendars. */
    public val blocked: List<Blocked> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resources"); writer.list(resources) { it.write(writer) }
        if (bookings.isNotEmpty()) { writer.field("bookings"); writer.list(bookings) { it.write(writer) } }
        if (holds.isNotEmpty()) { writer.field("holds"); writer.list(holds) { it.write(writer) } }
        if (blocked.isNotEmpty()) { writer.field("blocked"); writer.list(blocked) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var resources: List<Resource>? = null
        private var bookings: List<Booking>? = null
        private var holds: List<Hold>? = null
        private var blocked: List<Blocked>? = null

        /** See [CalendarDefinition.resources]. */
        public fun resources(resources: List<Resource>): Builder = apply { this.resources = resources }

        /** See [CalendarDefinition.bookings]. */
        public fun bookings(bookings: List<Booking>): Builder = apply { this.bookings = bookings }

        /** See [CalendarDefinition.holds]. */
        public fun holds(holds: List<Hold>): Builder = apply { this.holds = holds }

        /** See [CalendarDefinition.blocked]. */
        public fun blocked(blocked: List<Blocked>): Builder = apply { this.blocked = blocked }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CalendarDefinition = CalendarDefinition(
            checkNotNull(resources) { "`resources` of CalendarDefinition is not set" },
            bookings ?: emptyList(),
            holds ?: emptyList(),
            blocked ?: emptyList(),
        )
    }

    public companion object : Wire<CalendarDefinition>("CalendarDefinition") {
        public fun serializer(): KSerializer<CalendarDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CalendarDefinition {
            var resources: List<Resource>? = null
            var bookings: List<Booking>? = null
            var holds: List<Hold>? = null
            var blocked: List<Blocked>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resources")) resources = reader.orNull { reader.list { Resource.read(reader) } }
                else if (reader.isAt("bookings")) bookings = reader.orNull { reader.list { Booking.read(reader) } }
                else if (reader.isAt("holds")) holds = reader.orNull { reader.list { Hold.read(reader) } }
                else if (reader.isAt("blocked")) blocked = reader.orNull { reader.list { Blocked.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CalendarDefinition(
                resources ?: throw reader.missing("resources"),
                bookings ?: emptyList(),
                holds ?: emptyList(),
                blocked ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Anything that can be taken: a room by the hour, a room type with 12 units, a technician, a coach with 49 seats. */
@Serializable(with = Resource.Companion::class)
public data class Resource(
    /** What it is known by. */
    public val id: String,
    /** What people call it. */
    public val name: String? = null,
    /** Whether it is taken by the moment, by the night, or by the seat of a departure. */
    public val mode: ResourceMode = ResourceMode.INSTANTS,
    /** The zone of its clock. */
    public val zone: String,
    /** How many units it has. */
    public val capacity: Int = 1,
    /** How many units more than it has may be booked. */
    public val overbooking: Int? = null,
    /** When it is open; always when not given. */
    public val hours: OpeningHours? = null,
    /** Whether a booking lies within the hours as a whole, or only its beginning and its end do. */
    public val withinHours: WithinHours? = null,
    /** Days on which it is closed, unless an exception of its hours says otherwise. */
    public val holidays: List<LocalDate> = emptyList(),
    /** Days of every year on which it is closed, such as `{"month": 12, "day": 25}`. */
    public val yearlyHolidays: List<MonthDay> = emptyList(),
    /** Where bookings may begin; at any moment when not given. */
    public val grid: SlotGrid? = null,
    /** The shortest booking. */
    public val minMinutes: Int? = null,
    /** The longest booking. */
    public val maxMinutes: Int? = null,
    /** Lengths of bookings are a multiple of this. */
    public val lengthStepMinutes: Int? = null,
    /** The fewest nights of a stay. */
    public val minNights: Int? = null,
    /** The most nights of a stay. */
    public val maxNights: Int? = null,
    /**
     * Time kept free before every booking. Buffers of two bookings may overlap each other, never a booking, so the
     * longer of the two lies between neighbours.
     */
    public val bufferBeforeMinutes: Int? = null,
    /** Time kept free after every booking. */
    public val bufferAfterMinutes: Int? = null,
    /** Whether a time that has begun may be taken all the same, to record what has happened. Otherwise the past is not for sale. */
    public val pastBookings: Boolean = false,
    /** Booked at least so long before it begins: a stay at its check-in time, or else when its first day does. */
    public val noticeMinutes: Int? = null,
    /** Booked at most so many days ahead. */
    public val horizonDays: Int? = null,
    /** What it can do, such as `german` or `brakes`. */
    public val skills: List<String> = emptyList(),
    /** Where it is. */
    public val location: String? = null,
    /** Among several, the higher one is offered first. */
    public val priority: Int? = null,
    /** By nights: from when on guests arrive. */
    public val checkInTime: String? = null,
    /** By nights: until when guests leave, not after others arrive. */
    public val checkOutTime: String? = null,
    /** By nights: until when, on the day of arrival, the night can be booked; until the day ends when not given. */
    public val cutOff: String? = null,
    /** By nights: days with another number of units than its capacity; the first that covers a night counts. */
    public val inventory: List<DayUnits> = emptyList(),
    /** Units kept for partners. */
    public val allotments: List<Allotment> = emptyList(),
    /** Nights and departures that are not sold for now. */
    public val stopSales: List<StopSale> = emptyList(),
    /** The dated starts of a package. */
    public val departures: List<Departure> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        if (name != null) { writer.field("name"); writer.value(name) }
        writer.field("mode"); mode.write(writer)
        writer.field("zone"); writer.value(zone)
        writer.field("capacity"); writer.value(capacity)
        if (overbooking != null) { writer.field("overbooking"); writer.value(overbooking) }
        if (hours != null) { writer.field("hours"); hours.write(writer) }
        if (withinHours != null) { writer.field("within_hours"); withinHours.write(writer) }
        if (holidays.isNotEmpty()) { writer.field("holidays"); writer.list(holidays) { writer.value(it) } }
        if (yearlyHolidays.isNotEmpty()) { writer.field("yearly_holidays"); writer.list(yearlyHolidays) { it.write(writer) } }
        if (grid != null) { writer.field("grid"); grid.write(writer) }
        if (minMinutes != null) { writer.field("min_minutes"); writer.value(minMinutes) }
        if (maxMinutes != null) { writer.field("max_minutes"); writer.value(maxMinutes) }
        if (lengthStepMinutes != null) { writer.field("length_step_minutes"); writer.value(lengthStepMinutes) }
        if (minNights != null) { writer.field("min_nights"); writer.value(minNights) }
        if (maxNights != null) { writer.field("max_nights"); writer.value(maxNights) }
        if (bufferBeforeMinutes != null) { writer.field("buffer_before_minutes"); writer.value(bufferBeforeMinutes) }
        if (bufferAfterMinutes != null) { writer.field("buffer_after_minutes"); writer.value(bufferAfterMinutes) }
        if (pastBookings) { writer.field("past_bookings"); writer.value(pastBookings) }
        if (noticeMinutes != null) { writer.field("notice_minutes"); writer.value(noticeMinutes) }
        if (horizonDays != null) { writer.field("horizon_days"); writer.value(horizonDays) }
        if (skills.isNotEmpty()) { writer.field("skills"); writer.list(skills) { writer.value(it) } }
        if (location != null) { writer.field("location"); writer.value(location) }
        if (priority != null) { writer.field("priority"); writer.value(priority) }
        if (checkInTime != null) { writer.field("check_in_time"); writer.value(checkInTime) }
        if (checkOutTime != null) { writer.field("check_out_time"); writer.value(checkOutTime) }
        if (cutOff != null) { writer.field("cut_off"); writer.value(cutOff) }
        if (inventory.isNotEmpty()) { writer.field("inventory"); writer.list(inventory) { it.write(writer) } }
        if (allotments.isNotEmpty()) { writer.field("allotments"); writer.list(allotments) { it.write(writer) } }
        if (stopSales.isNotEmpty()) { writer.field("stop_sales"); writer.list(stopSales) { it.write(writer) } }
        if (departures.isNotEmpty()) { writer.field("departures"); writer.list(departures) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var name: String? = null
        private var mode: ResourceMode? = null
        private var zone: String? = null
        private var capacity: Int? = null
        private var overbooking: Int? = null
        private var hours: OpeningHours? = null
        private var withinHours: WithinHours? = null
        private var holidays: List<LocalDate>? = null
        private var yearlyHolidays: List<MonthDay>? = null
        private var grid: SlotGrid? = null
        private var minMinutes: Int? = null
        private var maxMinutes: Int? = null
        private var lengthStepMinutes: Int? = null
        private var minNights: Int? = null
        private var maxNights: Int? = null
        private var bufferBeforeMinutes: Int? = null
        private var bufferAfterMinutes: Int? = null
        private var pastBookings: Boolean? = null
        private var noticeMinutes: Int? = null
        private var horizonDays: Int? = null
        private var skills: List<String>? = null
        private var location: String? = null
        private var priority: Int? = null
        private var checkInTime: String? = null
        private var checkOutTime: String? = null
        private var cutOff: String? = null
        private var inventory: List<DayUnits>? = null
        private var allotments: List<Allotment>? = null
        private var stopSales: List<StopSale>? = null
        private var departures: List<Departure>? = null

        /** See [Resource.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [Resource.name]. */
        public fun name(name: String?): Builder = apply { this.name = name }

        /** See [Resource.mode]. */
        public fun mode(mode: ResourceMode): Builder = apply { this.mode = mode }

        /** See [Resource.zone]. */
        public fun zone(zone: String): Builder = apply { this.zone = zone }

        /** See [Resource.capacity]. */
        public fun capacity(capacity: Int): Builder = apply { this.capacity = capacity }

        /** See [Resource.overbooking]. */
        public fun overbooking(overbooking: Int?): Builder = apply { this.overbooking = overbooking }

        /** See [Resource.hours]. */
        public fun hours(hours: OpeningHours?): Builder = apply { this.hours = hours }

        /** See [Resource.withinHours]. */
        public fun withinHours(withinHours: WithinHours?): Builder = apply { this.withinHours = withinHours }

        /** See [Resource.holidays]. */
        public fun holidays(holidays: List<LocalDate>): Builder = apply { this.holidays = holidays }

        /** See [Resource.yearlyHolidays]. */
        public fun yearlyHolidays(yearlyHolidays: List<MonthDay>): Builder = apply { this.yearlyHolidays = yearlyHolidays }

        /** See [Resource.grid]. */
        public fun grid(grid: SlotGrid?): Builder = apply { this.grid = grid }

        /** See [Resource.minMinutes]. */
        public fun minMinutes(minMinutes: Int?): Builder = apply { this.minMinutes = minMinutes }

        /** See [Resource.maxMinutes]. */
        public fun maxMinutes(maxMinutes: Int?): Builder = apply { this.maxMinutes = maxMinutes }

        /** See [Resource.lengthStepMinutes]. */
        public fun lengthStepMinutes(lengthStepMinutes: Int?): Builder = apply { this.lengthStepMinutes = lengthStepMinutes }

        /** See [Resource.minNights]. */
        public fun minNights(minNights: Int?): Builder = apply { this.minNights = minNights }

        /** See [Resource.maxNights]. */
        public fun maxNights(maxNights: Int?): Builder = apply { this.maxNights = maxNights }

        /** See [Resource.bufferBeforeMinutes]. */
        public fun bufferBeforeMinutes(bufferBeforeMinutes: Int?): Builder = apply { this.bufferBeforeMinutes = bufferBeforeMinutes }

        /** See [Resource.bufferAfterMinutes]. */
        public fun bufferAfterMinutes(bufferAfterMinutes: Int?): Builder = apply { this.bufferAfterMinutes = bufferAfterMinutes }

        /** See [Resource.pastBookings]. */
        public fun pastBookings(pastBookings: Boolean): Builder = apply { this.pastBookings = pastBookings }

        /** See [Resource.noticeMinutes]. */
        public fun noticeMinutes(noticeMinutes: Int?): Builder = apply { this.noticeMinutes = noticeMinutes }

        /** See [Resource.horizonDays]. */
        public fun horizonDays(horizonDays: Int?): Builder = apply { this.horizonDays = horizonDays }

        /** See [Resource.skills]. */
        public fun skills(skills: List<String>): Builder = apply { this.skills = skills }

        /** See [Resource.location]. */
        public fun location(location: String?): Builder = apply { this.location = location }

        /** See [Resource.priority]. */
        public fun priority(priority: Int?): Builder = apply { this.priority = priority }

        /** See [Resource.checkInTime]. */
        public fun checkInTime(checkInTime: String?): Builder = apply { this.checkInTime = checkInTime }

        /** See [Resource.checkOutTime]. */
        public fun checkOutTime(checkOutTime: String?): Builder = apply { this.checkOutTime = checkOutTime }

        /** See [Resource.cutOff]. */
        public fun cutOff(cutOff: String?): Builder = apply { this.cutOff = cutOff }

        /** See [Resource.inventory]. */
        public fun inventory(inventory: List<DayUnits>): Builder = apply { this.inventory = inventory }

        /** See [Resource.allotments]. */
        public fun allotments(allotments: List<Allotment>): Builder = apply { this.allotments = allotments }

        /** See [Resource.stopSales]. */
        public fun stopSales(stopSales: List<StopSale>): Builder = apply { this.stopSales = stopSales }

        /** See [Resource.departures]. */
        public fun departures(departures: List<Departure>): Builder = apply { this.departures = departures }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Resource = Resource(
            checkNotNull(id) { "`id` of Resource is not set" },
            name,
            mode ?: ResourceMode.INSTANTS,
            checkNotNull(zone) { "`zone` of Resource is not set" },
            capacity ?: 1,
            overbooking,
            hours,
            withinHours,
            holidays ?: emptyList(),
            yearlyHolidays ?: emptyList(),
            grid,
            minMinutes,
            maxMinutes,
            lengthStepMinutes,
            minNights,
            maxNights,
            bufferBeforeMinutes,
            bufferAfterMinutes,
            pastBookings ?: false,
            noticeMinutes,
            horizonDays,
            skills ?: emptyList(),
            location,
            priority,
            checkInTime,
            checkOutTime,
            cutOff,
            inventory ?: emptyList(),
            allotments ?: emptyList(),
            stopSales ?: emptyList(),
            departures ?: emptyList(),
        )
    }

    public companion object : Wire<Resource>("Resource") {
        public fun serializer(): KSerializer<Resource> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Resource {
            var id: String? = null
            var name: String? = null
            var mode: ResourceMode? = null
            var zone: String? = null
            var capacity: Int? = null
            var overbooking: Int? = null
            var hours: OpeningHours? = null
            var withinHours: WithinHours? = null
            var holidays: List<LocalDate>? = null
            var yearlyHolidays: List<MonthDay>? = null
            var grid: SlotGrid? = null
            var minMinutes: Int? = null
            var maxMinutes: Int? = null
            var lengthStepMinutes: Int? = null
            var minNights: Int? = null
            var maxNights: Int? = null
            var bufferBeforeMinutes: Int? = null
            var bufferAfterMinutes: Int? = null
            var pastBookings: Boolean? = null
            var noticeMinutes: Int? = null
            var horizonDays: Int? = null
            var skills: List<String>? = null
            var location: String? = null
            var priority: Int? = null
            var checkInTime: String? = null
            var checkOutTime: String? = null
            var cutOff: String? = null
            var inventory: List<DayUnits>? = null
            var allotments: List<Allotment>? = null
            var stopSales: List<StopSale>? = null
            var departures: List<Departure>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("mode")) mode = reader.orNull { ResourceMode.read(reader) }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("capacity")) capacity = reader.orNull { reader.whole() }
                else if (reader.isAt("overbooking")) overbooking = reader.orNull { reader.whole() }
                else if (reader.isAt("hours")) hours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("within_hours")) withinHours = reader.orNull { WithinHours.read(reader) }
                else if (reader.isAt("holidays")) holidays = reader.orNull { reader.list { reader.day() } }
                else if (reader.isAt("yearly_holidays")) yearlyHolidays = reader.orNull { reader.list { MonthDay.read(reader) } }
                else if (reader.isAt("grid")) grid = reader.orNull { SlotGrid.read(reader) }
                else if (reader.isAt("min_minutes")) minMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("max_minutes")) maxMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("length_step_minutes")) lengthStepMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("min_nights")) minNights = reader.orNull { reader.whole() }
                else if (reader.isAt("max_nights")) maxNights = reader.orNull { reader.whole() }
                else if (reader.isAt("buffer_before_minutes")) bufferBeforeMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("buffer_after_minutes")) bufferAfterMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("past_bookings")) pastBookings = reader.orNull { reader.flag() }
                else if (reader.isAt("notice_minutes")) noticeMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("horizon_days")) horizonDays = reader.orNull { reader.whole() }
                else if (reader.isAt("skills")) skills = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("location")) location = reader.orNull { reader.text() }
                else if (reader.isAt("priority")) priority = reader.orNull { reader.whole() }
                else if (reader.isAt("check_in_time")) checkInTime = reader.orNull { reader.text() }
                else if (reader.isAt("check_out_time")) checkOutTime = reader.orNull { reader.text() }
                else if (reader.isAt("cut_off")) cutOff = reader.orNull { reader.text() }
                else if (reader.isAt("inventory")) inventory = reader.orNull { reader.list { DayUnits.read(reader) } }
                else if (reader.isAt("allotments")) allotments = reader.orNull { reader.list { Allotment.read(reader) } }
                else if (reader.isAt("stop_sales")) stopSales = reader.orNull { reader.list { StopSale.read(reader) } }
                else if (reader.isAt("departures")) departures = reader.orNull { reader.list { Departure.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Resource(
                id ?: throw reader.missing("id"),
                name,
                mode ?: ResourceMode.INSTANTS,
                zone ?: throw reader.missing("zone"),
                capacity ?: 1,
                overbooking,
                hours,
                withinHours,
                holidays ?: emptyList(),
                yearlyHolidays ?: emptyList(),
                grid,
                minMinutes,
                maxMinutes,
                lengthStepMinutes,
                minNights,
                maxNights,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                pastBookings ?: false,
                noticeMinutes,
                horizonDays,
                skills ?: emptyList(),
                location,
                priority,
                checkInTime,
                checkOutTime,
                cutOff,
                inventory ?: emptyList(),
                allotments ?: emptyList(),
                stopSales ?: emptyList(),
                departures ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a resource is counted by. */
@Serializable(with = ResourceMode.Companion::class)
public class ResourceMode private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<ResourceMode>("ResourceMode") {
        public fun serializer(): KSerializer<ResourceMode> = this

        /** By the moment: rooms by the hour, staff, vehicle bays. */
        @JvmField public val INSTANTS: ResourceMode = ResourceMode("instants")

        /** By the night: lodging. */
        @JvmField public val NIGHTS: ResourceMode = ResourceMode("nights")

        /** By the seat of a dated start. */
        @JvmField public val DEPARTURES: ResourceMode = ResourceMode("departures")

        override val entries: List<ResourceMode> = listOf(
            INSTANTS,
            NIGHTS,
            DEPARTURES,
        )

        internal override fun unknown(wire: String): ResourceMode = ResourceMode(wire)
    }
}

/** What of a booking lies within opening hours. */
@Serializable(with = WithinHours.Companion::class)
public class WithinHours private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<WithinHours>("WithinHours") {
        public fun serializer(): KSerializer<WithinHours> = this

        /** All of it: rooms, staff, vehicle bays. */
        @JvmField public val WHOLE: WithinHours = WithinHours("whole")

        /** Pick-up and return, as for hired cars and bikes: between them it may be closed, for days even. */
        @JvmField public val PICK_UP_AND_RETURN: WithinHours = WithinHours("pick_up_and_return")

        override val entries: List<WithinHours> = listOf(
            WHOLE,
            PICK_UP_AND_RETURN,
        )

        internal override fun unknown(wire: String): WithinHours = WithinHours(wire)
    }
}

/** Where bookings may begin, on the wall clock. */
@Serializable(with = SlotGrid.Companion::class)
public data class SlotGrid(
    /** Every so many minutes. */
    public val stepMinutes: Int,
    /** Counted from midnight or from the opening. From midnight, the step divides an hour or is whole hours. */
    public val counted: GridStart = GridStart.MIDNIGHT,
    /** Which of these starts are offered. */
    public val packing: Packing = Packing.EVERY,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("step_minutes"); writer.value(stepMinutes)
        writer.field("counted"); counted.write(writer)
        writer.field("packing"); packing.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var stepMinutes: Int? = null
        private var counted: GridStart? = null
        private var packing: Packing? = null

        /** See [SlotGrid.stepMinutes]. */
        public fun stepMinutes(stepMinutes: Int): Builder = apply { this.stepMinutes = stepMinutes }

        /** See [SlotGrid.counted]. */
        public fun counted(counted: GridStart): Builder = apply { this.counted = counted }

        /** See [SlotGrid.packing]. */
        public fun packing(packing: Packing): Builder = apply { this.packing = packing }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SlotGrid = SlotGrid(
            checkNotNull(stepMinutes) { "`stepMinutes` of SlotGrid is not set" },
            counted ?: GridStart.MIDNIGHT,
            packing ?: Packing.EVERY,
        )
    }

    public companion object : Wire<SlotGrid>("SlotGrid") {
        public fun serializer(): KSerializer<SlotGrid> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SlotGrid {
            var stepMinutes: Int? = null
            var counted: GridStart? = null
            var packing: Packing? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("step_minutes")) stepMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("counted")) counted = reader.orNull { GridStart.read(reader) }
                else if (reader.isAt("packing")) packing = reader.orNull { Packing.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return SlotGrid(
                stepMinutes ?: throw reader.missing("step_minutes"),
                counted ?: GridStart.MIDNIGHT,
                packing ?: Packing.EVERY,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where the steps of a grid are counted from. */
@Serializable(with = GridStart.Companion::class)
public class GridStart private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<GridStart>("GridStart") {
        public fun serializer(): KSerializer<GridStart> = this

        /** From 00:00 of the wall clock. */
        @JvmField public val MIDNIGHT: GridStart = GridStart("midnight")

        /** From the moment at which it opens. */
        @JvmField public val OPENING: GridStart = GridStart("opening")

        override val entries: List<GridStart> = listOf(
            MIDNIGHT,
            OPENING,
        )

        internal override fun unknown(wire: String): GridStart = GridStart(wire)
    }
}

/** Which starts of the grid are offered. */
@Serializable(with = Packing.Companion::class)
public class Packing private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<Packing>("Packing") {
        public fun serializer(): KSerializer<Packing> = this

        /** Every one. */
        @JvmField public val EVERY: Packing = Packing("every")

        /** One behind the other, with buffers between them: the first of each free stretch, then the first after its end. */
        @JvmField public val BACK_TO_BACK: Packing = Packing("back_to_back")

        /** Those that leave no gap shorter than the shortest booking. */
        @JvmField public val NO_SHORT_GAPS: Packing = Packing("no_short_gaps")

        override val entries: List<Packing> = listOf(
            EVERY,
            BACK_TO_BACK,
            NO_SHORT_GAPS,
        )

        internal override fun unknown(wire: String): Packing = Packing(wire)
    }
}

/** Days with a number of units of their own. */
@Serializable(with = DayUnits.Companion::class)
public data class DayUnits @JvmOverloads constructor(
    /** The days, that is the nights that begin on them. */
    public val days: DayRange,
    /** How many units there are. */
    public val units: Int,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); days.write(writer)
        writer.field("units"); writer.value(units)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<DayUnits>("DayUnits") {
        public fun serializer(): KSerializer<DayUnits> = this

        override fun read(reader: WireReader): DayUnits {
            var days: DayRange? = null
            var units: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DayUnits(
                days ?: throw reader.missing("days"),
                units ?: throw reader.missing("units"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Units that only one partner may sell, until they are released. */
@Serializable(with = Allotment.Companion::class)
public data class Allotment(
    /** Whose they are. */
    public val partner: String,
    /** The nights or departures. */
    public val days: DayRange,
    /** Only these days of the week; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** How many units. */
    public val units: Int,
    /** So many days before the day, what the partner has not sold goes back to everybody; with 0 on the day itself. */
    public val releaseDays: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("partner"); writer.value(partner)
        writer.field("days"); days.write(writer)
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        writer.field("units"); writer.value(units)
        if (releaseDays != null) { writer.field("release_days"); writer.value(releaseDays) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var partner: String? = null
        private var days: DayRange? = null
        private var weekdays: List<Weekday>? = null
        private var units: Int? = null
        private var releaseDays: Int? = null

        /** See [Allotment.partner]. */
        public fun partner(partner: String): Builder = apply { this.partner = partner }

        /** See [Allotment.days]. */
        public fun days(days: DayRange): Builder = apply { this.days = days }

        /** See [Allotment.weekdays]. */
        public fun weekdays(weekdays: List<Weekday>?): Builder = apply { this.weekdays = weekdays }

        /** See [Allotment.units]. */
        public fun units(units: Int): Builder = apply { this.units = units }

        /** See [Allotment.releaseDays]. */
        public fun releaseDays(releaseDays: Int?): Builder = apply { this.releaseDays = releaseDays }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Allotment = Allotment(
            checkNotNull(partner) { "`partner` of Allotment is not set" },
            checkNotNull(days) { "`days` of Allotment is not set" },
            weekdays,
            checkNotNull(units) { "`units` of Allotment is not set" },
            releaseDays,
        )
    }

    public companion object : Wire<Allotment>("Allotment") {
        public fun serializer(): KSerializer<Allotment> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Allotment {
            var partner: String? = null
            var days: DayRange? = null
            var weekdays: List<Weekday>? = null
            var units: Int? = null
            var releaseDays: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("release_days")) releaseDays = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Allotment(
                partner ?: throw reader.missing("partner"),
                days ?: throw reader.missing("days"),
                weekdays,
                units ?: throw reader.missing("units"),
                releaseDays,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Days that are not sold for now. */
@Serializable(with = StopSale.Companion::class)
public data class StopSale(
    /** The nights or departures. */
    public val days: DayRange,
    /** Only these days of the week; all when not given. */
    public val weekdays: List<Weekday>? = null,
    /** Only for this partner; for everybody when not given. */
    public val partner: String? = null,
    /** Why. */
    public val reason: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); days.write(writer)
        if (weekdays != null) { writer.field("weekdays"); writer.list(weekdays) { it.write(writer) } }
        if (partner != null) { writer.field("partner"); writer.value(partner) }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var days: DayRange? = null
        private var weekdays: List<Weekday>? = null
        private var partner: String? = null
        private var reason: String? = null

        /** See [StopSale.days]. */
        public fun days(days: DayRange): Builder = apply { this.days = days }

        /** See [StopSale.weekdays]. */
        public fun weekdays(weekdays: List<Weekday>?): Builder = apply { this.weekdays = weekdays }

        /** See [StopSale.partner]. */
        public fun partner(partner: String?): Builder = apply { this.partner = partner }

        /** See [StopSale.reason]. */
        public fun reason(reason: String?): Builder = apply { this.reason = reason }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): StopSale = StopSale(
            checkNotNull(days) { "`days` of StopSale is not set" },
            weekdays,
            partner,
            reason,
        )
    }

    public companion object : Wire<StopSale>("StopSale") {
        public fun serializer(): KSerializer<StopSale> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): StopSale {
            var days: DayRange? = null
            var weekdays: List<Weekday>? = null
            var partner: String? = null
            var reason: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("weekdays")) weekdays = reader.orNull { reader.list { Weekday.read(reader) } }
                else if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return StopSale(
                days ?: throw reader.missing("days"),
                weekdays,
                partner,
                reason,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A dated start with its seats. */
@Serializable(with = Departure.Companion::class)
public data class Departure(
    /** The day. */
    public val day: LocalDate,
    /** How many seats. */
    public val seats: Int,
    /** Sold until so many days before it; until the day itself with 0. */
    public val closesDaysBefore: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        writer.field("seats"); writer.value(seats)
        if (closesDaysBefore != null) { writer.field("closes_days_before"); writer.value(closesDaysBefore) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var day: LocalDate? = null
        private var seats: Int? = null
        private var closesDaysBefore: Int? = null

        /** See [Departure.day]. */
        public fun day(day: LocalDate): Builder = apply { this.day = day }

        /** See [Departure.seats]. */
        public fun seats(seats: Int): Builder = apply { this.seats = seats }

        /** See [Departure.closesDaysBefore]. */
        public fun closesDaysBefore(closesDaysBefore: Int?): Builder = apply { this.closesDaysBefore = closesDaysBefore }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Departure = Departure(
            checkNotNull(day) { "`day` of Departure is not set" },
            checkNotNull(seats) { "`seats` of Departure is not set" },
            closesDaysBefore,
        )
    }

    public companion object : Wire<Departure>("Departure") {
        public fun serializer(): KSerializer<Departure> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Departure {
            var day: LocalDate? = null
            var seats: Int? = null
            var closesDaysBefore: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("seats")) seats = reader.orNull { reader.whole() }
                else if (reader.isAt("closes_days_before")) closesDaysBefore = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Departure(
                day ?: throw reader.missing("day"),
                seats ?: throw reader.missing("seats"),
                closesDaysBefore,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Something that is booked: one resource, or several that belong together. */
@Serializable(with = Booking.Companion::class)
public data class Booking(
    /** What it is known by. */
    public val id: String,
    /** What it takes. */
    public val takes: List<Take>,
    /** When it was booked: for figures of pickup. */
    public val bookedAt: Instant? = null,
    /** What a calendar shows. */
    public val title: String? = null,
    /**
     * How often it was moved since it was booked: its `SEQUENCE` in other calendars, which pass over one that falls. Whoever books
     * an id again that was cancelled gives a higher one than it had.
     */
    public val revision: Int? = null,
    /** When it was last moved. */
    public val revisedAt: Instant? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("takes"); writer.list(takes) { it.write(writer) }
        if (bookedAt != null) { writer.field("booked_at"); writer.value(bookedAt) }
        if (title != null) { writer.field("title"); writer.value(title) }
        if (revision != null) { writer.field("revision"); writer.value(revision) }
        if (revisedAt != null) { writer.field("revised_at"); writer.value(revisedAt) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Booking &&
        id == other.id &&
        takes == other.takes &&
        alike(bookedAt, other.bookedAt) &&
        title == other.title &&
        revision == other.revision &&
        alike(revisedAt, other.revisedAt) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(id, takes, bookedAt, title, revision, revisedAt, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var takes: List<Take>? = null
        private var bookedAt: Instant? = null
        private var title: String? = null
        private var revision: Int? = null
        private var revisedAt: Instant? = null

        /** See [Booking.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [Booking.takes]. */
        public fun takes(takes: List<Take>): Builder = apply { this.takes = takes }

        /** See [Booking.bookedAt]. */
        public fun bookedAt(bookedAt: Instant?): Builder = apply { this.bookedAt = bookedAt }

        /** See [Booking.title]. */
        public fun title(title: String?): Builder = apply { this.title = title }

        /** See [Booking.revision]. */
        public fun revision(revision: Int?): Builder = apply { this.revision = revision }

        /** See [Booking.revisedAt]. */
        public fun revisedAt(revisedAt: Instant?): Builder = apply { this.revisedAt = revisedAt }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Booking = Booking(
            checkNotNull(id) { "`id` of Booking is not set" },
            checkNotNull(takes) { "`takes` of Booking is not set" },
            bookedAt,
            title,
            revision,
            revisedAt,
        )
    }

    public companion object : Wire<Booking>("Booking") {
        public fun serializer(): KSerializer<Booking> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Booking {
            var id: String? = null
            var takes: List<Take>? = null
            var bookedAt: Instant? = null
            var title: String? = null
            var revision: Int? = null
            var revisedAt: Instant? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("takes")) takes = reader.orNull { reader.list { Take.read(reader) } }
                else if (reader.isAt("booked_at")) bookedAt = reader.orNull { reader.instant() }
                else if (reader.isAt("title")) title = reader.orNull { reader.text() }
                else if (reader.isAt("revision")) revision = reader.orNull { reader.whole() }
                else if (reader.isAt("revised_at")) revisedAt = reader.orNull { reader.instant() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Booking(
                id ?: throw reader.missing("id"),
                takes ?: throw reader.missing("takes"),
                bookedAt,
                title,
                revision,
                revisedAt,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Units of one resource for a time. */
@Serializable(with = Take.Companion::class)
public data class Take(
    /** The resource. */
    public val resource: String,
    /** When. */
    public val `when`: When,
    /** How many units. */
    public val units: Int = 1,
    /** The partner out of whose allotment it is taken, or who sold it. */
    public val partner: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("when"); `when`.write(writer)
        writer.field("units"); writer.value(units)
        if (partner != null) { writer.field("partner"); writer.value(partner) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var resource: String? = null
        private var `when`: When? = null
        private var units: Int? = null
        private var partner: String? = null

        /** See [Take.resource]. */
        public fun resource(resource: String): Builder = apply { this.resource = resource }

        /** See [Take.when]. */
        public fun `when`(`when`: When): Builder = apply { this.`when` = `when` }

        /** See [Take.units]. */
        public fun units(units: Int): Builder = apply { this.units = units }

        /** See [Take.partner]. */
        public fun partner(partner: String?): Builder = apply { this.partner = partner }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Take = Take(
            checkNotNull(resource) { "`resource` of Take is not set" },
            checkNotNull(`when`) { "`when` of Take is not set" },
            units ?: 1,
            partner,
        )
    }

    public companion object : Wire<Take>("Take") {
        public fun serializer(): KSerializer<Take> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Take {
            var resource: String? = null
            var `when`: When? = null
            var units: Int? = null
            var partner: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("when")) `when` = reader.orNull { When.read(reader) }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Take(
                resource ?: throw reader.missing("resource"),
                `when` ?: throw reader.missing("when"),
                units ?: 1,
                partner,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** When something is taken: in the way that the resource is counted by. */
@Serializable(with = When.Companion::class)
public sealed interface When : RatebookValue {
    /** From one moment to another, the end excluded. */
    public data class Span(public val held: com.ratebook.time.Span) : When {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("span"); held.write(writer)
            writer.close()
        }
    }

    /** The nights of a stay. */
    public data class Stay(public val held: StayDays) : When {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("stay"); held.write(writer)
            writer.close()
        }
    }

    /** A dated start. */
    public data class Departure(public val held: LocalDate) : When {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("departure"); writer.value(held)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : When {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<When>("When") {
        public fun serializer(): KSerializer<When> = this

        override fun read(reader: WireReader): When {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("span")) Span(com.ratebook.time.Span.read(reader))
                else if (reader.isAt("stay")) Stay(StayDays.read(reader))
                else if (reader.isAt("departure")) Departure(reader.day())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** The nights from the day of arrival to the day of departure, which is none of them. */
@Serializable(with = StayDays.Companion::class)
public data class StayDays @JvmOverloads constructor(
    /** The day of arrival. */
    public val checkIn: LocalDate,
    /** The day of departure. */
    public val checkOut: LocalDate,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("check_in"); writer.value(checkIn)
        writer.field("check_out"); writer.value(checkOut)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<StayDays>("StayDays") {
        public fun serializer(): KSerializer<StayDays> = this

        override fun read(reader: WireReader): StayDays {
            var checkIn: LocalDate? = null
            var checkOut: LocalDate? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("check_in")) checkIn = reader.orNull { reader.day() }
                else if (reader.isAt("check_out")) checkOut = reader.orNull { reader.day() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return StayDays(
                checkIn ?: throw reader.missing("check_in"),
                checkOut ?: throw reader.missing("check_out"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Something that is held until a moment, at which it is free again. */
@Serializable(with = Hold.Companion::class)
public data class Hold @JvmOverloads constructor(
    /** What it is known by: asked for again, the same hold is answered. */
    public val key: String,
    /** What it takes. */
    public val takes: List<Take>,
    /** The moment at which it is free again. */
    public val expiresAt: Instant,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("key"); writer.value(key)
        writer.field("takes"); writer.list(takes) { it.write(writer) }
        writer.field("expires_at"); writer.value(expiresAt)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Hold &&
        key == other.key &&
        takes == other.takes &&
        alike(expiresAt, other.expiresAt) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(key, takes, expiresAt, unknownFields)

    public companion object : Wire<Hold>("Hold") {
        public fun serializer(): KSerializer<Hold> = this

        override fun read(reader: WireReader): Hold {
            var key: String? = null
            var takes: List<Take>? = null
            var expiresAt: Instant? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("takes")) takes = reader.orNull { reader.list { Take.read(reader) } }
                else if (reader.isAt("expires_at")) expiresAt = reader.orNull { reader.instant() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Hold(
                key ?: throw reader.missing("key"),
                takes ?: throw reader.missing("takes"),
                expiresAt ?: throw reader.missing("expires_at"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Time that nobody may take: a repair, an event of another calendar. */
@Serializable(with = Blocked.Companion::class)
public data class Blocked(
    /** What it is known by. */
    public val id: String,
    /** The resource. */
    public val resource: String,
    /** When. */
    public val `when`: When,
    /** How many units; all that there are when not given. */
    public val units: Int? = null,
    /** Why. */
    public val reason: String? = null,
    /** The outside calendar that it came from. */
    public val source: String? = null,
    /** How often it was moved: its `SEQUENCE` in other calendars, which pass over one that falls. */
    public val revision: Int? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("resource"); writer.value(resource)
        writer.field("when"); `when`.write(writer)
        if (units != null) { writer.field("units"); writer.value(units) }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        if (source != null) { writer.field("source"); writer.value(source) }
        if (revision != null) { writer.field("revision"); writer.value(revision) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var resource: String? = null
        private var `when`: When? = null
        private var units: Int? = null
        private var reason: String? = null
        private var source: String? = null
        private var revision: Int? = null

        /** See [Blocked.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [Blocked.resource]. */
        public fun resource(resource: String): Builder = apply { this.resource = resource }

        /** See [Blocked.when]. */
        public fun `when`(`when`: When): Builder = apply { this.`when` = `when` }

        /** See [Blocked.units]. */
        public fun units(units: Int?): Builder = apply { this.units = units }

        /** See [Blocked.reason]. */
        public fun reason(reason: String?): Builder = apply { this.reason = reason }

        /** See [Blocked.source]. */
        public fun source(source: String?): Builder = apply { this.source = source }

        /** See [Blocked.revision]. */
        public fun revision(revision: Int?): Builder = apply { this.revision = revision }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Blocked = Blocked(
            checkNotNull(id) { "`id` of Blocked is not set" },
            checkNotNull(resource) { "`resource` of Blocked is not set" },
            checkNotNull(`when`) { "`when` of Blocked is not set" },
            units,
            reason,
            source,
            revision,
        )
    }

    public companion object : Wire<Blocked>("Blocked") {
        public fun serializer(): KSerializer<Blocked> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Blocked {
            var id: String? = null
            var resource: String? = null
            var `when`: When? = null
            var units: Int? = null
            var reason: String? = null
            var source: String? = null
            var revision: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("when")) `when` = reader.orNull { When.read(reader) }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else if (reader.isAt("source")) source = reader.orNull { reader.text() }
                else if (reader.isAt("revision")) revision = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Blocked(
                id ?: throw reader.missing("id"),
                resource ?: throw reader.missing("resource"),
                `when` ?: throw reader.missing("when"),
                units,
                reason,
                source,
                revision,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Is it free? */
@Serializable(with = CheckRequest.Companion::class)
public data class CheckRequest(
    /** The present moment: what holds and notice are measured by. */
    public val now: Instant,
    /** The resource. */
    public val resource: String,
    /** When. */
    public val `when`: When,
    /** How many units. */
    public val units: Int = 1,
    /** The partner who asks. */
    public val partner: String? = null,
    /** A hold of the asker's own, which does not stand in the way. */
    public val hold: String? = null,
    /** A booking that is to move, which does not stand in its own way. */
    public val booking: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("resource"); writer.value(resource)
        writer.field("when"); `when`.write(writer)
        writer.field("units"); writer.value(units)
        if (partner != null) { writer.field("partner"); writer.value(partner) }
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CheckRequest &&
        alike(now, other.now) &&
        resource == other.resource &&
        `when` == other.`when` &&
        units == other.units &&
        partner == other.partner &&
        hold == other.hold &&
        booking == other.booking

    override fun hashCode(): Int = hashed(now, resource, `when`, units, partner, hold, booking)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var resource: String? = null
        private var `when`: When? = null
        private var units: Int? = null
        private var partner: String? = null
        private var hold: String? = null
        private var booking: String? = null

        /** See [CheckRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [CheckRequest.resource]. */
        public fun resource(resource: String): Builder = apply { this.resource = resource }

        /** See [CheckRequest.when]. */
        public fun `when`(`when`: When): Builder = apply { this.`when` = `when` }

        /** See [CheckRequest.units]. */
        public fun units(units: Int): Builder = apply { this.units = units }

        /** See [CheckRequest.partner]. */
        public fun partner(partner: String?): Builder = apply { this.partner = partner }

        /** See [CheckRequest.hold]. */
        public fun hold(hold: String?): Builder = apply { this.hold = hold }

        /** See [CheckRequest.booking]. */
        public fun booking(booking: String?): Builder = apply { this.booking = booking }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CheckRequest = CheckRequest(
            checkNotNull(now) { "`now` of CheckRequest is not set" },
            checkNotNull(resource) { "`resource` of CheckRequest is not set" },
            checkNotNull(`when`) { "`when` of CheckRequest is not set" },
            units ?: 1,
            partner,
            hold,
            booking,
        )
    }

    public companion object : Wire<CheckRequest>("CheckRequest") {
        public fun serializer(): KSerializer<CheckRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CheckRequest {
            var now: Instant? = null
            var resource: String? = null
            var `when`: When? = null
            var units: Int? = null
            var partner: String? = null
            var hold: String? = null
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("when")) `when` = reader.orNull { When.read(reader) }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CheckRequest(
                now ?: throw reader.missing("now"),
                resource ?: throw reader.missing("resource"),
                `when` ?: throw reader.missing("when"),
                units ?: 1,
                partner,
                hold,
                booking,
            )
        }
    }
}

/** Whether it is free, and why not. */
@Serializable(with = Availability.Companion::class)
public data class Availability(
    /** Whether it can be booked. */
    public val free: Boolean,
    /** The units that nobody has taken over the whole time, whatever the rules say. */
    public val unitsLeft: Int,
    /** Every reason against it. */
    public val reasons: List<Reason>,
    /** Of a stay, the time from check-in to check-out where the resource says when both are. */
    public val span: Span? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("free"); writer.value(free)
        writer.field("units_left"); writer.value(unitsLeft)
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        if (span != null) { writer.field("span"); span.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Availability>("Availability") {
        public fun serializer(): KSerializer<Availability> = this

        override fun read(reader: WireReader): Availability {
            var free: Boolean? = null
            var unitsLeft: Int? = null
            var reasons: List<Reason>? = null
            var span: Span? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("free")) free = reader.orNull { reader.flag() }
                else if (reader.isAt("units_left")) unitsLeft = reader.orNull { reader.whole() }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Availability(
                free ?: throw reader.missing("free"),
                unitsLeft ?: throw reader.missing("units_left"),
                reasons ?: throw reader.missing("reasons"),
                span,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Are several things free at once? */
@Serializable(with = CheckAllRequest.Companion::class)
public data class CheckAllRequest(
    /** The present moment. */
    public val now: Instant,
    /** What is wanted, all of it. */
    public val takes: List<Take>,
    /** A hold of the asker's own, which does not stand in the way. */
    public val hold: String? = null,
    /** A booking that is to move, which does not stand in its own way. */
    public val booking: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("takes"); writer.list(takes) { it.write(writer) }
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CheckAllRequest &&
        alike(now, other.now) &&
        takes == other.takes &&
        hold == other.hold &&
        booking == other.booking

    override fun hashCode(): Int = hashed(now, takes, hold, booking)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var takes: List<Take>? = null
        private var hold: String? = null
        private var booking: String? = null

        /** See [CheckAllRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [CheckAllRequest.takes]. */
        public fun takes(takes: List<Take>): Builder = apply { this.takes = takes }

        /** See [CheckAllRequest.hold]. */
        public fun hold(hold: String?): Builder = apply { this.hold = hold }

        /** See [CheckAllRequest.booking]. */
        public fun booking(booking: String?): Builder = apply { this.booking = booking }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CheckAllRequest = CheckAllRequest(
            checkNotNull(now) { "`now` of CheckAllRequest is not set" },
            checkNotNull(takes) { "`takes` of CheckAllRequest is not set" },
            hold,
            booking,
        )
    }

    public companion object : Wire<CheckAllRequest>("CheckAllRequest") {
        public fun serializer(): KSerializer<CheckAllRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CheckAllRequest {
            var now: Instant? = null
            var takes: List<Take>? = null
            var hold: String? = null
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("takes")) takes = reader.orNull { reader.list { Take.read(reader) } }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CheckAllRequest(
                now ?: throw reader.missing("now"),
                takes ?: throw reader.missing("takes"),
                hold,
                booking,
            )
        }
    }
}

/** Where and from when on something is looked for. */
@Serializable(with = NextFreeRequest.Companion::class)
public data class NextFreeRequest(
    /** The present moment. */
    public val now: Instant,
    /** The resources to look at; all that are counted by the moment when empty. */
    public val resources: List<String> = emptyList(),
    /** Not before that moment. */
    public val after: Instant,
    /** For so many minutes. */
    public val minutes: Int,
    /** How many units. */
    public val units: Int = 1,
    /** Within so many days. */
    public val withinDays: Int = 90,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        if (resources.isNotEmpty()) { writer.field("resources"); writer.list(resources) { writer.value(it) } }
        writer.field("after"); writer.value(after)
        writer.field("minutes"); writer.value(minutes)
        writer.field("units"); writer.value(units)
        writer.field("within_days"); writer.value(withinDays)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is NextFreeRequest &&
        alike(now, other.now) &&
        resources == other.resources &&
        alike(after, other.after) &&
        minutes == other.minutes &&
        units == other.units &&
        withinDays == other.withinDays

    override fun hashCode(): Int = hashed(now, resources, after, minutes, units, withinDays)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var resources: List<String>? = null
        private var after: Instant? = null
        private var minutes: Int? = null
        private var units: Int? = null
        private var withinDays: Int? = null

        /** See [NextFreeRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [NextFreeRequest.resources]. */
        public fun resources(resources: List<String>): Builder = apply { this.resources = resources }

        /** See [NextFreeRequest.after]. */
        public fun after(after: Instant): Builder = apply { this.after = after }

        /** See [NextFreeRequest.minutes]. */
        public fun minutes(minutes: Int): Builder = apply { this.minutes = minutes }

        /** See [NextFreeRequest.units]. */
        public fun units(units: Int): Builder = apply { this.units = units }

        /** See [NextFreeRequest.withinDays]. */
        public fun withinDays(withinDays: Int): Builder = apply { this.withinDays = withinDays }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): NextFreeRequest = NextFreeRequest(
            checkNotNull(now) { "`now` of NextFreeRequest is not set" },
            resources ?: emptyList(),
            checkNotNull(after) { "`after` of NextFreeRequest is not set" },
            checkNotNull(minutes) { "`minutes` of NextFreeRequest is not set" },
            units ?: 1,
            withinDays ?: 90,
        )
    }

    public companion object : Wire<NextFreeRequest>("NextFreeRequest") {
        public fun serializer(): KSerializer<NextFreeRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): NextFreeRequest {
            var now: Instant? = null
            var resources: List<String>? = null
            var after: Instant? = null
            var minutes: Int? = null
            var units: Int? = null
            var withinDays: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("after")) after = reader.orNull { reader.instant() }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("within_days")) withinDays = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return NextFreeRequest(
                now ?: throw reader.missing("now"),
                resources ?: emptyList(),
                after ?: throw reader.missing("after"),
                minutes ?: throw reader.missing("minutes"),
                units ?: 1,
                withinDays ?: 90,
            )
        }
    }
}

/** A free time of a resource. */
@Serializable(with = FreeTime.Companion::class)
public data class FreeTime @JvmOverloads constructor(
    /** The resource. */
    public val resource: String,
    /** The time. */
    public val span: Span,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("span"); span.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<FreeTime>("FreeTime") {
        public fun serializer(): KSerializer<FreeTime> = this

        override fun read(reader: WireReader): FreeTime {
            var resource: String? = null
            var span: Span? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FreeTime(
                resource ?: throw reader.missing("resource"),
                span ?: throw reader.missing("span"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Free starts of which resources, on which days, for how long? */
@Serializable(with = SlotsRequest.Companion::class)
public data class SlotsRequest(
    /** The present moment. */
    public val now: Instant,
    /** The resources; all that are counted by the moment when empty. */
    public val resources: List<String> = emptyList(),
    /** The days on which they begin, by each resource's own clock. */
    public val days: DayRange,
    /** How long. */
    public val minutes: Int,
    /** How many units. */
    public val units: Int = 1,
    /** Every so many minutes, for resources without a grid; 15 when not given. */
    public val stepMinutes: Int? = null,
    /** Whether those steps are counted from midnight or from the opening. */
    public val counted: GridStart? = null,
    /** A hold of the asker's own, which does not stand in the way. */
    public val hold: String? = null,
    /** A booking that is to move, which does not stand in its own way. */
    public val booking: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        if (resources.isNotEmpty()) { writer.field("resources"); writer.list(resources) { writer.value(it) } }
        writer.field("days"); days.write(writer)
        writer.field("minutes"); writer.value(minutes)
        writer.field("units"); writer.value(units)
        if (stepMinutes != null) { writer.field("step_minutes"); writer.value(stepMinutes) }
        if (counted != null) { writer.field("counted"); counted.write(writer) }
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is SlotsRequest &&
        alike(now, other.now) &&
        resources == other.resources &&
        days == other.days &&
        minutes == other.minutes &&
        units == other.units &&
        stepMinutes == other.stepMinutes &&
        counted == other.counted &&
        hold == other.hold &&
        booking == other.booking

    override fun hashCode(): Int = hashed(now, resources, days, minutes, units, stepMinutes, counted, hold, booking)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var resources: List<String>? = null
        private var days: DayRange? = null
        private var minutes: Int? = null
        private var units: Int? = null
        private var stepMinutes: Int? = null
        private var counted: GridStart? = null
        private var hold: String? = null
        private var booking: String? = null

        /** See [SlotsRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [SlotsRequest.resources]. */
        public fun resources(resources: List<String>): Builder = apply { this.resources = resources }

        /** See [SlotsRequest.days]. */
        public fun days(days: DayRange): Builder = apply { this.days = days }

        /** See [SlotsRequest.minutes]. */
        public fun minutes(minutes: Int): Builder = apply { this.minutes = minutes }

        /** See [SlotsRequest.units]. */
        public fun units(units: Int): Builder = apply { this.units = units }

        /** See [SlotsRequest.stepMinutes]. */
        public fun stepMinutes(stepMinutes: Int?): Builder = apply { this.stepMinutes = stepMinutes }

        /** See [SlotsRequest.counted]. */
        public fun counted(counted: GridStart?): Builder = apply { this.counted = counted }

        /** See [SlotsRequest.hold]. */
        public fun hold(hold: String?): Builder = apply { this.hold = hold }

        /** See [SlotsRequest.booking]. */
        public fun booking(booking: String?): Builder = apply { this.booking = booking }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SlotsRequest = SlotsRequest(
            checkNotNull(now) { "`now` of SlotsRequest is not set" },
            resources ?: emptyList(),
            checkNotNull(days) { "`days` of SlotsRequest is not set" },
            checkNotNull(minutes) { "`minutes` of SlotsRequest is not set" },
            units ?: 1,
            stepMinutes,
            counted,
            hold,
            booking,
        )
    }

    public companion object : Wire<SlotsRequest>("SlotsRequest") {
        public fun serializer(): KSerializer<SlotsRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SlotsRequest {
            var now: Instant? = null
            var resources: List<String>? = null
            var days: DayRange? = null
            var minutes: Int? = null
            var units: Int? = null
            var stepMinutes: Int? = null
            var counted: GridStart? = null
            var hold: String? = null
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("step_minutes")) stepMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("counted")) counted = reader.orNull { GridStart.read(reader) }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return SlotsRequest(
                now ?: throw reader.missing("now"),
                resources ?: emptyList(),
                days ?: throw reader.missing("days"),
                minutes ?: throw reader.missing("minutes"),
                units ?: 1,
                stepMinutes,
                counted,
                hold,
                booking,
            )
        }
    }
}

/** The free starts of one resource. */
@Serializable(with = ResourceSlots.Companion::class)
public data class ResourceSlots @JvmOverloads constructor(
    /** The resource. */
    public val resource: String,
    /** Its free starts, in order of time. */
    public val slots: List<Slot>,
    /** Why it has none at any time: bookings so long, or of so many units, are not taken, or it is not counted by the moment. */
    public val reasons: List<Reason>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("slots"); writer.list(slots) { it.write(writer) }
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ResourceSlots>("ResourceSlots") {
        public fun serializer(): KSerializer<ResourceSlots> = this

        override fun read(reader: WireReader): ResourceSlots {
            var resource: String? = null
            var slots: List<Slot>? = null
            var reasons: List<Reason>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("slots")) slots = reader.orNull { reader.list { Slot.read(reader) } }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ResourceSlots(
                resource ?: throw reader.missing("resource"),
                slots ?: throw reader.missing("slots"),
                reasons ?: throw reader.missing("reasons"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A free start. */
@Serializable(with = Slot.Companion::class)
public data class Slot @JvmOverloads constructor(
    /** The moment. */
    public val start: Instant,
    /** The day that clocks show. */
    public val day: LocalDate,
    /** The time that clocks show. */
    public val time: String,
    /** How far clocks are from universal time: it tells two times apart that clocks show twice. */
    public val offset: String,
    /** The longest booking that could begin then, up to the longest that the resource takes or a day. */
    public val longestMinutes: Int,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("start"); writer.value(start)
        writer.field("day"); writer.value(day)
        writer.field("time"); writer.value(time)
        writer.field("offset"); writer.value(offset)
        writer.field("longest_minutes"); writer.value(longestMinutes)
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Slot &&
        alike(start, other.start) &&
        day == other.day &&
        time == other.time &&
        offset == other.offset &&
        longestMinutes == other.longestMinutes &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(start, day, time, offset, longestMinutes, unknownFields)

    public companion object : Wire<Slot>("Slot") {
        public fun serializer(): KSerializer<Slot> = this

        override fun read(reader: WireReader): Slot {
            var start: Instant? = null
            var day: LocalDate? = null
            var time: String? = null
            var offset: String? = null
            var longestMinutes: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else if (reader.isAt("offset")) offset = reader.orNull { reader.text() }
                else if (reader.isAt("longest_minutes")) longestMinutes = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Slot(
                start ?: throw reader.missing("start"),
                day ?: throw reader.missing("day"),
                time ?: throw reader.missing("time"),
                offset ?: throw reader.missing("offset"),
                longestMinutes ?: throw reader.missing("longest_minutes"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** When are several things free at once? */
@Serializable(with = CommonSlotsRequest.Companion::class)
public data class CommonSlotsRequest(
    /** The present moment. */
    public val now: Instant,
    /** What is needed at once: each need is met by another resource. */
    public val needs: List<ResourceNeed>,
    /** The days on which they begin, by each resource's own clock. */
    public val days: DayRange,
    /** How long. */
    public val minutes: Int,
    /** Every so many minutes, for resources without a grid; 15 when not given. */
    public val stepMinutes: Int? = null,
    /** Whether those steps are counted from midnight or from the opening. */
    public val counted: GridStart? = null,
    /** A hold of the asker's own, which does not stand in the way. */
    public val hold: String? = null,
    /** A booking that is to move, which does not stand in its own way. */
    public val booking: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("needs"); writer.list(needs) { it.write(writer) }
        writer.field("days"); days.write(writer)
        writer.field("minutes"); writer.value(minutes)
        if (stepMinutes != null) { writer.field("step_minutes"); writer.value(stepMinutes) }
        if (counted != null) { writer.field("counted"); counted.write(writer) }
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CommonSlotsRequest &&
        alike(now, other.now) &&
        needs == other.needs &&
        days == other.days &&
        minutes == other.minutes &&
        stepMinutes == other.stepMinutes &&
        counted == other.counted &&
        hold == other.hold &&
        booking == other.booking

    override fun hashCode(): Int = hashed(now, needs, days, minutes, stepMinutes, counted, hold, booking)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var needs: List<ResourceNeed>? = null
        private var days: DayRange? = null
        private var minutes: Int? = null
        private var stepMinutes: Int? = null
        private var counted: GridStart? = null
        private var hold: String? = null
        private var booking: String? = null

        /** See [CommonSlotsRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [CommonSlotsRequest.needs]. */
        public fun needs(needs: List<ResourceNeed>): Builder = apply { this.needs = needs }

        /** See [CommonSlotsRequest.days]. */
        public fun days(days: DayRange): Builder = apply { this.days = days }

        /** See [CommonSlotsRequest.minutes]. */
        public fun minutes(minutes: Int): Builder = apply { this.minutes = minutes }

        /** See [CommonSlotsRequest.stepMinutes]. */
        public fun stepMinutes(stepMinutes: Int?): Builder = apply { this.stepMinutes = stepMinutes }

        /** See [CommonSlotsRequest.counted]. */
        public fun counted(counted: GridStart?): Builder = apply { this.counted = counted }

        /** See [CommonSlotsRequest.hold]. */
        public fun hold(hold: String?): Builder = apply { this.hold = hold }

        /** See [CommonSlotsRequest.booking]. */
        public fun booking(booking: String?): Builder = apply { this.booking = booking }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CommonSlotsRequest = CommonSlotsRequest(
            checkNotNull(now) { "`now` of CommonSlotsRequest is not set" },
            checkNotNull(needs) { "`needs` of CommonSlotsRequest is not set" },
            checkNotNull(days) { "`days` of CommonSlotsRequest is not set" },
            checkNotNull(minutes) { "`minutes` of CommonSlotsRequest is not set" },
            stepMinutes,
            counted,
            hold,
            booking,
        )
    }

    public companion object : Wire<CommonSlotsRequest>("CommonSlotsRequest") {
        public fun serializer(): KSerializer<CommonSlotsRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CommonSlotsRequest {
            var now: Instant? = null
            var needs: List<ResourceNeed>? = null
            var days: DayRange? = null
            var minutes: Int? = null
            var stepMinutes: Int? = null
            var counted: GridStart? = null
            var hold: String? = null
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("needs")) needs = reader.orNull { reader.list { ResourceNeed.read(reader) } }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("step_minutes")) stepMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("counted")) counted = reader.orNull { GridStart.read(reader) }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CommonSlotsRequest(
                now ?: throw reader.missing("now"),
                needs ?: throw reader.missing("needs"),
                days ?: throw reader.missing("days"),
                minutes ?: throw reader.missing("minutes"),
                stepMinutes,
                counted,
                hold,
                booking,
            )
        }
    }
}

/** Something that is needed: one of several resources. */
@Serializable(with = ResourceNeed.Companion::class)
public data class ResourceNeed(
    /** One of these; any that is counted by the moment when empty. */
    public val anyOf: List<String> = emptyList(),
    /** With these skills. */
    public val skills: List<String> = emptyList(),
    /** At that location. */
    public val location: String? = null,
    /** How many units of it. */
    public val units: Int = 1,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (anyOf.isNotEmpty()) { writer.field("any_of"); writer.list(anyOf) { writer.value(it) } }
        if (skills.isNotEmpty()) { writer.field("skills"); writer.list(skills) { writer.value(it) } }
        if (location != null) { writer.field("location"); writer.value(location) }
        writer.field("units"); writer.value(units)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var anyOf: List<String>? = null
        private var skills: List<String>? = null
        private var location: String? = null
        private var units: Int? = null

        /** See [ResourceNeed.anyOf]. */
        public fun anyOf(anyOf: List<String>): Builder = apply { this.anyOf = anyOf }

        /** See [ResourceNeed.skills]. */
        public fun skills(skills: List<String>): Builder = apply { this.skills = skills }

        /** See [ResourceNeed.location]. */
        public fun location(location: String?): Builder = apply { this.location = location }

        /** See [ResourceNeed.units]. */
        public fun units(units: Int): Builder = apply { this.units = units }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ResourceNeed = ResourceNeed(
            anyOf ?: emptyList(),
            skills ?: emptyList(),
            location,
            units ?: 1,
        )
    }

    public companion object : Wire<ResourceNeed>("ResourceNeed") {
        public fun serializer(): KSerializer<ResourceNeed> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ResourceNeed {
            var anyOf: List<String>? = null
            var skills: List<String>? = null
            var location: String? = null
            var units: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("any_of")) anyOf = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("skills")) skills = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("location")) location = reader.orNull { reader.text() }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return ResourceNeed(
                anyOf ?: emptyList(),
                skills ?: emptyList(),
                location,
                units ?: 1,
            )
        }
    }
}

/** A start at which everything is free. */
@Serializable(with = CommonSlot.Companion::class)
public data class CommonSlot @JvmOverloads constructor(
    /** The start; the longest booking is what all of them allow. */
    public val slot: Slot,
    /** A resource for each need. */
    public val resources: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("slot"); slot.write(writer)
        writer.field("resources"); writer.list(resources) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<CommonSlot>("CommonSlot") {
        public fun serializer(): KSerializer<CommonSlot> = this

        override fun read(reader: WireReader): CommonSlot {
            var slot: Slot? = null
            var resources: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("slot")) slot = reader.orNull { Slot.read(reader) }
                else if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CommonSlot(
                slot ?: throw reader.missing("slot"),
                resources ?: throw reader.missing("resources"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Which days of which resources are drawn? */
@Serializable(with = ViewRequest.Companion::class)
public data class ViewRequest(
    /** The present moment: holds that have expired are not drawn. */
    public val now: Instant,
    /** A day, a week or a month. */
    public val view: ViewKind,
    /** A day of it. */
    public val day: LocalDate,
    /** The first day of a week. */
    public val weekBegins: Weekday = Weekday.MON,
    /** The zone in which days begin; each resource's own when not given. */
    public val zone: String? = null,
    /** The resources; all when empty. */
    public val resources: List<String> = emptyList(),
    /** The partner who looks. */
    public val partner: String? = null,
    /** Whether cells tell what they are and the units left alone, not the bookings, holds and blocks in them. */
    public val withoutNames: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("view"); view.write(writer)
        writer.field("day"); writer.value(day)
        writer.field("week_begins"); weekBegins.write(writer)
        if (zone != null) { writer.field("zone"); writer.value(zone) }
        if (resources.isNotEmpty()) { writer.field("resources"); writer.list(resources) { writer.value(it) } }
        if (partner != null) { writer.field("partner"); writer.value(partner) }
        if (withoutNames) { writer.field("without_names"); writer.value(withoutNames) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ViewRequest &&
        alike(now, other.now) &&
        view == other.view &&
        day == other.day &&
        weekBegins == other.weekBegins &&
        zone == other.zone &&
        resources == other.resources &&
        partner == other.partner &&
        withoutNames == other.withoutNames

    override fun hashCode(): Int = hashed(now, view, day, weekBegins, zone, resources, partner, withoutNames)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var view: ViewKind? = null
        private var day: LocalDate? = null
        private var weekBegins: Weekday? = null
        private var zone: String? = null
        private var resources: List<String>? = null
        private var partner: String? = null
        private var withoutNames: Boolean? = null

        /** See [ViewRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [ViewRequest.view]. */
        public fun view(view: ViewKind): Builder = apply { this.view = view }

        /** See [ViewRequest.day]. */
        public fun day(day: LocalDate): Builder = apply { this.day = day }

        /** See [ViewRequest.weekBegins]. */
        public fun weekBegins(weekBegins: Weekday): Builder = apply { this.weekBegins = weekBegins }

        /** See [ViewRequest.zone]. */
        public fun zone(zone: String?): Builder = apply { this.zone = zone }

        /** See [ViewRequest.resources]. */
        public fun resources(resources: List<String>): Builder = apply { this.resources = resources }

        /** See [ViewRequest.partner]. */
        public fun partner(partner: String?): Builder = apply { this.partner = partner }

        /** See [ViewRequest.withoutNames]. */
        public fun withoutNames(withoutNames: Boolean): Builder = apply { this.withoutNames = withoutNames }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ViewRequest = ViewRequest(
            checkNotNull(now) { "`now` of ViewRequest is not set" },
            checkNotNull(view) { "`view` of ViewRequest is not set" },
            checkNotNull(day) { "`day` of ViewRequest is not set" },
            weekBegins ?: Weekday.MON,
            zone,
            resources ?: emptyList(),
            partner,
            withoutNames ?: false,
        )
    }

    public companion object : Wire<ViewRequest>("ViewRequest") {
        public fun serializer(): KSerializer<ViewRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ViewRequest {
            var now: Instant? = null
            var view: ViewKind? = null
            var day: LocalDate? = null
            var weekBegins: Weekday? = null
            var zone: String? = null
            var resources: List<String>? = null
            var partner: String? = null
            var withoutNames: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("view")) view = reader.orNull { ViewKind.read(reader) }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("week_begins")) weekBegins = reader.orNull { Weekday.read(reader) }
                else if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("partner")) partner = reader.orNull { reader.text() }
                else if (reader.isAt("without_names")) withoutNames = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return ViewRequest(
                now ?: throw reader.missing("now"),
                view ?: throw reader.missing("view"),
                day ?: throw reader.missing("day"),
                weekBegins ?: Weekday.MON,
                zone,
                resources ?: emptyList(),
                partner,
                withoutNames ?: false,
            )
        }
    }
}

/** How many days are drawn. */
@Serializable(with = ViewKind.Companion::class)
public class ViewKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<ViewKind>("ViewKind") {
        public fun serializer(): KSerializer<ViewKind> = this

        /** The day. */
        @JvmField public val DAY: ViewKind = ViewKind("day")

        /** The week that the day lies in. */
        @JvmField public val WEEK: ViewKind = ViewKind("week")

        /** The month that the day lies in. */
        @JvmField public val MONTH: ViewKind = ViewKind("month")

        override val entries: List<ViewKind> = listOf(
            DAY,
            WEEK,
            MONTH,
        )

        internal override fun unknown(wire: String): ViewKind = ViewKind(wire)
    }
}

/** The days of one resource. */
@Serializable(with = ResourceView.Companion::class)
public data class ResourceView @JvmOverloads constructor(
    /** The resource. */
    public val resource: String,
    /** Its days. */
    public val days: List<DayView>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("days"); writer.list(days) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ResourceView>("ResourceView") {
        public fun serializer(): KSerializer<ResourceView> = this

        override fun read(reader: WireReader): ResourceView {
            var resource: String? = null
            var days: List<DayView>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("days")) days = reader.orNull { reader.list { DayView.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ResourceView(
                resource ?: throw reader.missing("resource"),
                days ?: throw reader.missing("days"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A day of a resource. */
@Serializable(with = DayView.Companion::class)
public data class DayView @JvmOverloads constructor(
    /** The day. */
    public val day: LocalDate,
    /** By the night or departure, what the day is; by the moment, what its best cell is. */
    public val state: ViewState,
    /** By the night or departure, the units left; by the moment, those of its best cell. */
    public val unitsLeft: Int,
    /** By the moment, the parts of the day: they follow each other without a gap. */
    public val cells: List<ViewCell>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("day"); writer.value(day)
        writer.field("state"); state.write(writer)
        writer.field("units_left"); writer.value(unitsLeft)
        writer.field("cells"); writer.list(cells) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<DayView>("DayView") {
        public fun serializer(): KSerializer<DayView> = this

        override fun read(reader: WireReader): DayView {
            var day: LocalDate? = null
            var state: ViewState? = null
            var unitsLeft: Int? = null
            var cells: List<ViewCell>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("state")) state = reader.orNull { ViewState.read(reader) }
                else if (reader.isAt("units_left")) unitsLeft = reader.orNull { reader.whole() }
                else if (reader.isAt("cells")) cells = reader.orNull { reader.list { ViewCell.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return DayView(
                day ?: throw reader.missing("day"),
                state ?: throw reader.missing("state"),
                unitsLeft ?: throw reader.missing("units_left"),
                cells ?: throw reader.missing("cells"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a part of a day, or a day, is. */
@Serializable(with = ViewState.Companion::class)
public class ViewState private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<ViewState>("ViewState") {
        public fun serializer(): KSerializer<ViewState> = this

        /** Units can be taken. */
        @JvmField public val OPEN: ViewState = ViewState("open")

        /** The last unit is held. */
        @JvmField public val HELD: ViewState = ViewState("held")

        /** Kept free beside a booking. */
        @JvmField public val BUFFER: ViewState = ViewState("buffer")

        /** No unit is left. */
        @JvmField public val TAKEN: ViewState = ViewState("taken")

        /** Blocked by a repair or an event of another calendar. */
        @JvmField public val BLOCKED: ViewState = ViewState("blocked")

        /** Outside opening hours, or not sold. */
        @JvmField public val CLOSED: ViewState = ViewState("closed")

        override val entries: List<ViewState> = listOf(
            OPEN,
            HELD,
            BUFFER,
            TAKEN,
            BLOCKED,
            CLOSED,
        )

        internal override fun unknown(wire: String): ViewState = ViewState(wire)
    }
}

/** A part of a day in which nothing changes. */
@Serializable(with = ViewCell.Companion::class)
public data class ViewCell @JvmOverloads constructor(
    /** Its beginning. */
    public val start: Instant,
    /** Its end. */
    public val end: Instant,
    /** What it is. */
    public val state: ViewState,
    /** The units left. */
    public val unitsLeft: Int,
    /** The bookings in it. */
    public val bookings: List<String>,
    /** The holds in it. */
    public val holds: List<String>,
    /** What blocks it. */
    public val blocked: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("start"); writer.value(start)
        writer.field("end"); writer.value(end)
        writer.field("state"); state.write(writer)
        writer.field("units_left"); writer.value(unitsLeft)
        writer.field("bookings"); writer.list(bookings) { writer.value(it) }
        writer.field("holds"); writer.list(holds) { writer.value(it) }
        writer.field("blocked"); writer.list(blocked) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ViewCell &&
        alike(start, other.start) &&
        alike(end, other.end) &&
        state == other.state &&
        unitsLeft == other.unitsLeft &&
        bookings == other.bookings &&
        holds == other.holds &&
        blocked == other.blocked &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(start, end, state, unitsLeft, bookings, holds, blocked, unknownFields)

    public companion object : Wire<ViewCell>("ViewCell") {
        public fun serializer(): KSerializer<ViewCell> = this

        override fun read(reader: WireReader): ViewCell {
            var start: Instant? = null
            var end: Instant? = null
            var state: ViewState? = null
            var unitsLeft: Int? = null
            var bookings: List<String>? = null
            var holds: List<String>? = null
            var blocked: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("start")) start = reader.orNull { reader.instant() }
                else if (reader.isAt("end")) end = reader.orNull { reader.instant() }
                else if (reader.isAt("state")) state = reader.orNull { ViewState.read(reader) }
                else if (reader.isAt("units_left")) unitsLeft = reader.orNull { reader.whole() }
                else if (reader.isAt("bookings")) bookings = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("holds")) holds = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("blocked")) blocked = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ViewCell(
                start ?: throw reader.missing("start"),
                end ?: throw reader.missing("end"),
                state ?: throw reader.missing("state"),
                unitsLeft ?: throw reader.missing("units_left"),
                bookings ?: throw reader.missing("bookings"),
                holds ?: throw reader.missing("holds"),
                blocked ?: throw reader.missing("blocked"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How much of which resources is taken? */
@Serializable(with = OccupancyRequest.Companion::class)
public data class OccupancyRequest(
    /** The resources; all when empty. */
    public val resources: List<String> = emptyList(),
    /** The days. */
    public val days: DayRange,
    /** By the day or by the week; a week begins on Monday, and the first and last may be cut. */
    public val by: OccupancyBy = OccupancyBy.DAY,
    /** Gaps shorter than this are too short to sell; the shortest booking of the resource when not given. */
    public val gapsBelowMinutes: Int? = null,
    /** Pickup is what was booked at this moment or later. */
    public val bookedSince: Instant? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (resources.isNotEmpty()) { writer.field("resources"); writer.list(resources) { writer.value(it) } }
        writer.field("days"); days.write(writer)
        writer.field("by"); by.write(writer)
        if (gapsBelowMinutes != null) { writer.field("gaps_below_minutes"); writer.value(gapsBelowMinutes) }
        if (bookedSince != null) { writer.field("booked_since"); writer.value(bookedSince) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is OccupancyRequest &&
        resources == other.resources &&
        days == other.days &&
        by == other.by &&
        gapsBelowMinutes == other.gapsBelowMinutes &&
        alike(bookedSince, other.bookedSince)

    override fun hashCode(): Int = hashed(resources, days, by, gapsBelowMinutes, bookedSince)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var resources: List<String>? = null
        private var days: DayRange? = null
        private var by: OccupancyBy? = null
        private var gapsBelowMinutes: Int? = null
        private var bookedSince: Instant? = null

        /** See [OccupancyRequest.resources]. */
        public fun resources(resources: List<String>): Builder = apply { this.resources = resources }

        /** See [OccupancyRequest.days]. */
        public fun days(days: DayRange): Builder = apply { this.days = days }

        /** See [OccupancyRequest.by]. */
        public fun by(by: OccupancyBy): Builder = apply { this.by = by }

        /** See [OccupancyRequest.gapsBelowMinutes]. */
        public fun gapsBelowMinutes(gapsBelowMinutes: Int?): Builder = apply { this.gapsBelowMinutes = gapsBelowMinutes }

        /** See [OccupancyRequest.bookedSince]. */
        public fun bookedSince(bookedSince: Instant?): Builder = apply { this.bookedSince = bookedSince }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): OccupancyRequest = OccupancyRequest(
            resources ?: emptyList(),
            checkNotNull(days) { "`days` of OccupancyRequest is not set" },
            by ?: OccupancyBy.DAY,
            gapsBelowMinutes,
            bookedSince,
        )
    }

    public companion object : Wire<OccupancyRequest>("OccupancyRequest") {
        public fun serializer(): KSerializer<OccupancyRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): OccupancyRequest {
            var resources: List<String>? = null
            var days: DayRange? = null
            var by: OccupancyBy? = null
            var gapsBelowMinutes: Int? = null
            var bookedSince: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resources")) resources = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("by")) by = reader.orNull { OccupancyBy.read(reader) }
                else if (reader.isAt("gaps_below_minutes")) gapsBelowMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("booked_since")) bookedSince = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return OccupancyRequest(
                resources ?: emptyList(),
                days ?: throw reader.missing("days"),
                by ?: OccupancyBy.DAY,
                gapsBelowMinutes,
                bookedSince,
            )
        }
    }
}

/** What figures are made for. */
@Serializable(with = OccupancyBy.Companion::class)
public class OccupancyBy private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<OccupancyBy>("OccupancyBy") {
        public fun serializer(): KSerializer<OccupancyBy> = this

        /** Every day. */
        @JvmField public val DAY: OccupancyBy = OccupancyBy("day")

        /** Every week. */
        @JvmField public val WEEK: OccupancyBy = OccupancyBy("week")

        override val entries: List<OccupancyBy> = listOf(
            DAY,
            WEEK,
        )

        internal override fun unknown(wire: String): OccupancyBy = OccupancyBy(wire)
    }
}

/** The figures of one resource. */
@Serializable(with = ResourceOccupancy.Companion::class)
public data class ResourceOccupancy @JvmOverloads constructor(
    /** The resource. */
    public val resource: String,
    /** Its figures, in order of time. */
    public val periods: List<Occupancy>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("periods"); writer.list(periods) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<ResourceOccupancy>("ResourceOccupancy") {
        public fun serializer(): KSerializer<ResourceOccupancy> = this

        override fun read(reader: WireReader): ResourceOccupancy {
            var resource: String? = null
            var periods: List<Occupancy>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("periods")) periods = reader.orNull { reader.list { Occupancy.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return ResourceOccupancy(
                resource ?: throw reader.missing("resource"),
                periods ?: throw reader.missing("periods"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The figures of a day or a week. Units are counted by the minute, or by the night or seat. */
@Serializable(with = Occupancy.Companion::class)
public data class Occupancy(
    /** The days. */
    public val days: DayRange,
    /** What could be taken: open and not blocked, times the capacity. */
    public val offered: Long,
    /** What is booked of it. */
    public val taken: Long,
    /** The percentage of what is offered that is taken, to two digits; none when nothing is offered. */
    public val utilisation: BigDecimal? = null,
    /** What is taken and was booked since the moment that was asked for. */
    public val pickedUp: Long,
    /** Free time that is too short to sell. */
    public val shortGaps: List<Span>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("days"); days.write(writer)
        writer.field("offered"); writer.value(offered)
        writer.field("taken"); writer.value(taken)
        if (utilisation != null) { writer.field("utilisation"); writer.value(utilisation) }
        writer.field("picked_up"); writer.value(pickedUp)
        writer.field("short_gaps"); writer.list(shortGaps) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is Occupancy &&
        days == other.days &&
        offered == other.offered &&
        taken == other.taken &&
        alike(utilisation, other.utilisation) &&
        pickedUp == other.pickedUp &&
        shortGaps == other.shortGaps &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(days, offered, taken, utilisation, pickedUp, shortGaps, unknownFields)

    public companion object : Wire<Occupancy>("Occupancy") {
        public fun serializer(): KSerializer<Occupancy> = this

        override fun read(reader: WireReader): Occupancy {
            var days: DayRange? = null
            var offered: Long? = null
            var taken: Long? = null
            var utilisation: BigDecimal? = null
            var pickedUp: Long? = null
            var shortGaps: List<Span>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("days")) days = reader.orNull { DayRange.read(reader) }
                else if (reader.isAt("offered")) offered = reader.orNull { reader.long() }
                else if (reader.isAt("taken")) taken = reader.orNull { reader.long() }
                else if (reader.isAt("utilisation")) utilisation = reader.orNull { reader.decimal() }
                else if (reader.isAt("picked_up")) pickedUp = reader.orNull { reader.long() }
                else if (reader.isAt("short_gaps")) shortGaps = reader.orNull { reader.list { Span.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Occupancy(
                days ?: throw reader.missing("days"),
                offered ?: throw reader.missing("offered"),
                taken ?: throw reader.missing("taken"),
                utilisation,
                pickedUp ?: throw reader.missing("picked_up"),
                shortGaps ?: throw reader.missing("short_gaps"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Who takes an appointment? */
@Serializable(with = AssignRequest.Companion::class)
public data class AssignRequest(
    /** The present moment. */
    public val now: Instant,
    /** When. */
    public val `when`: When,
    /** One of these, in the order of turns; any when empty. */
    public val anyOf: List<String> = emptyList(),
    /** What is needed. */
    public val skills: List<String> = emptyList(),
    /** Where it is: a resource with another location is left out. */
    public val location: String? = null,
    /** By which rule. Load is what is booked on the day, in minutes; skills are always needed here. */
    public val strategy: AssignmentStrategy,
    /** A booking that is to move, which does not stand in its own way. */
    public val booking: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("when"); `when`.write(writer)
        if (anyOf.isNotEmpty()) { writer.field("any_of"); writer.list(anyOf) { writer.value(it) } }
        if (skills.isNotEmpty()) { writer.field("skills"); writer.list(skills) { writer.value(it) } }
        if (location != null) { writer.field("location"); writer.value(location) }
        writer.field("strategy"); strategy.write(writer)
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AssignRequest &&
        alike(now, other.now) &&
        `when` == other.`when` &&
        anyOf == other.anyOf &&
        skills == other.skills &&
        location == other.location &&
        strategy == other.strategy &&
        booking == other.booking

    override fun hashCode(): Int = hashed(now, `when`, anyOf, skills, location, strategy, booking)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var `when`: When? = null
        private var anyOf: List<String>? = null
        private var skills: List<String>? = null
        private var location: String? = null
        private var strategy: AssignmentStrategy? = null
        private var booking: String? = null

        /** See [AssignRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [AssignRequest.when]. */
        public fun `when`(`when`: When): Builder = apply { this.`when` = `when` }

        /** See [AssignRequest.anyOf]. */
        public fun anyOf(anyOf: List<String>): Builder = apply { this.anyOf = anyOf }

        /** See [AssignRequest.skills]. */
        public fun skills(skills: List<String>): Builder = apply { this.skills = skills }

        /** See [AssignRequest.location]. */
        public fun location(location: String?): Builder = apply { this.location = location }

        /** See [AssignRequest.strategy]. */
        public fun strategy(strategy: AssignmentStrategy): Builder = apply { this.strategy = strategy }

        /** See [AssignRequest.booking]. */
        public fun booking(booking: String?): Builder = apply { this.booking = booking }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AssignRequest = AssignRequest(
            checkNotNull(now) { "`now` of AssignRequest is not set" },
            checkNotNull(`when`) { "`when` of AssignRequest is not set" },
            anyOf ?: emptyList(),
            skills ?: emptyList(),
            location,
            checkNotNull(strategy) { "`strategy` of AssignRequest is not set" },
            booking,
        )
    }

    public companion object : Wire<AssignRequest>("AssignRequest") {
        public fun serializer(): KSerializer<AssignRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AssignRequest {
            var now: Instant? = null
            var `when`: When? = null
            var anyOf: List<String>? = null
            var skills: List<String>? = null
            var location: String? = null
            var strategy: AssignmentStrategy? = null
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("when")) `when` = reader.orNull { When.read(reader) }
                else if (reader.isAt("any_of")) anyOf = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("skills")) skills = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("location")) location = reader.orNull { reader.text() }
                else if (reader.isAt("strategy")) strategy = reader.orNull { AssignmentStrategy.read(reader) }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return AssignRequest(
                now ?: throw reader.missing("now"),
                `when` ?: throw reader.missing("when"),
                anyOf ?: emptyList(),
                skills ?: emptyList(),
                location,
                strategy ?: throw reader.missing("strategy"),
                booking,
            )
        }
    }
}

/** Who takes an appointment. */
@Serializable(with = Assigned.Companion::class)
public data class Assigned @JvmOverloads constructor(
    /** The resource. */
    public val resource: String,
    /** Everybody who could take it, the chosen one first. */
    public val ranking: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("resource"); writer.value(resource)
        writer.field("ranking"); writer.list(ranking) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<Assigned>("Assigned") {
        public fun serializer(): KSerializer<Assigned> = this

        override fun read(reader: WireReader): Assigned {
            var resource: String? = null
            var ranking: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("ranking")) ranking = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Assigned(
                resource ?: throw reader.missing("resource"),
                ranking ?: throw reader.missing("ranking"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Books one resource or several at once: all or none. */
@Serializable(with = BookRequest.Companion::class)
public data class BookRequest(
    /** The present moment. */
    public val now: Instant,
    /** The booking. The same one again changes nothing and is answered again. */
    public val booking: Booking,
    /** The hold that it comes from: it does not stand in the way, and is gone afterwards. */
    public val hold: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("booking"); booking.write(writer)
        if (hold != null) { writer.field("hold"); writer.value(hold) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is BookRequest &&
        alike(now, other.now) &&
        booking == other.booking &&
        hold == other.hold

    override fun hashCode(): Int = hashed(now, booking, hold)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var booking: Booking? = null
        private var hold: String? = null

        /** See [BookRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [BookRequest.booking]. */
        public fun booking(booking: Booking): Builder = apply { this.booking = booking }

        /** See [BookRequest.hold]. */
        public fun hold(hold: String?): Builder = apply { this.hold = hold }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): BookRequest = BookRequest(
            checkNotNull(now) { "`now` of BookRequest is not set" },
            checkNotNull(booking) { "`booking` of BookRequest is not set" },
            hold,
        )
    }

    public companion object : Wire<BookRequest>("BookRequest") {
        public fun serializer(): KSerializer<BookRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): BookRequest {
            var now: Instant? = null
            var booking: Booking? = null
            var hold: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("booking")) booking = reader.orNull { Booking.read(reader) }
                else if (reader.isAt("hold")) hold = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return BookRequest(
                now ?: throw reader.missing("now"),
                booking ?: throw reader.missing("booking"),
                hold,
            )
        }
    }
}

/** A time of a resource that recurs, by the resource's own clock. */
@Serializable(with = BookSeriesRequest.Companion::class)
public data class BookSeriesRequest(
    /** The present moment. */
    public val now: Instant,
    /** What the series is known by: its bookings are `id/1`, `id/2` and so on. */
    public val id: String,
    /** The resource. */
    public val resource: String,
    /** When it recurs. */
    public val recurrence: Recurrence,
    /** Occurrences up to this day, for a recurrence without an end. */
    public val lastDay: LocalDate? = null,
    /** How long each one takes. */
    public val minutes: Int,
    /** How many units. */
    public val units: Int = 1,
    /** What is booked when some are not free. */
    public val book: SeriesBooking,
    /** What a calendar shows. */
    public val title: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("id"); writer.value(id)
        writer.field("resource"); writer.value(resource)
        writer.field("recurrence"); recurrence.write(writer)
        if (lastDay != null) { writer.field("last_day"); writer.value(lastDay) }
        writer.field("minutes"); writer.value(minutes)
        writer.field("units"); writer.value(units)
        writer.field("book"); book.write(writer)
        if (title != null) { writer.field("title"); writer.value(title) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is BookSeriesRequest &&
        alike(now, other.now) &&
        id == other.id &&
        resource == other.resource &&
        recurrence == other.recurrence &&
        lastDay == other.lastDay &&
        minutes == other.minutes &&
        units == other.units &&
        book == other.book &&
        title == other.title

    override fun hashCode(): Int = hashed(now, id, resource, recurrence, lastDay, minutes, units, book, title)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var id: String? = null
        private var resource: String? = null
        private var recurrence: Recurrence? = null
        private var lastDay: LocalDate? = null
        private var minutes: Int? = null
        private var units: Int? = null
        private var book: SeriesBooking? = null
        private var title: String? = null

        /** See [BookSeriesRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [BookSeriesRequest.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [BookSeriesRequest.resource]. */
        public fun resource(resource: String): Builder = apply { this.resource = resource }

        /** See [BookSeriesRequest.recurrence]. */
        public fun recurrence(recurrence: Recurrence): Builder = apply { this.recurrence = recurrence }

        /** See [BookSeriesRequest.lastDay]. */
        public fun lastDay(lastDay: LocalDate?): Builder = apply { this.lastDay = lastDay }

        /** See [BookSeriesRequest.minutes]. */
        public fun minutes(minutes: Int): Builder = apply { this.minutes = minutes }

        /** See [BookSeriesRequest.units]. */
        public fun units(units: Int): Builder = apply { this.units = units }

        /** See [BookSeriesRequest.book]. */
        public fun book(book: SeriesBooking): Builder = apply { this.book = book }

        /** See [BookSeriesRequest.title]. */
        public fun title(title: String?): Builder = apply { this.title = title }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): BookSeriesRequest = BookSeriesRequest(
            checkNotNull(now) { "`now` of BookSeriesRequest is not set" },
            checkNotNull(id) { "`id` of BookSeriesRequest is not set" },
            checkNotNull(resource) { "`resource` of BookSeriesRequest is not set" },
            checkNotNull(recurrence) { "`recurrence` of BookSeriesRequest is not set" },
            lastDay,
            checkNotNull(minutes) { "`minutes` of BookSeriesRequest is not set" },
            units ?: 1,
            checkNotNull(book) { "`book` of BookSeriesRequest is not set" },
            title,
        )
    }

    public companion object : Wire<BookSeriesRequest>("BookSeriesRequest") {
        public fun serializer(): KSerializer<BookSeriesRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): BookSeriesRequest {
            var now: Instant? = null
            var id: String? = null
            var resource: String? = null
            var recurrence: Recurrence? = null
            var lastDay: LocalDate? = null
            var minutes: Int? = null
            var units: Int? = null
            var book: SeriesBooking? = null
            var title: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("resource")) resource = reader.orNull { reader.text() }
                else if (reader.isAt("recurrence")) recurrence = reader.orNull { Recurrence.read(reader) }
                else if (reader.isAt("last_day")) lastDay = reader.orNull { reader.day() }
                else if (reader.isAt("minutes")) minutes = reader.orNull { reader.whole() }
                else if (reader.isAt("units")) units = reader.orNull { reader.whole() }
                else if (reader.isAt("book")) book = reader.orNull { SeriesBooking.read(reader) }
                else if (reader.isAt("title")) title = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return BookSeriesRequest(
                now ?: throw reader.missing("now"),
                id ?: throw reader.missing("id"),
                resource ?: throw reader.missing("resource"),
                recurrence ?: throw reader.missing("recurrence"),
                lastDay,
                minutes ?: throw reader.missing("minutes"),
                units ?: 1,
                book ?: throw reader.missing("book"),
                title,
            )
        }
    }
}

/** What is booked of a series. */
@Serializable(with = SeriesBooking.Companion::class)
public class SeriesBooking private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<SeriesBooking>("SeriesBooking") {
        public fun serializer(): KSerializer<SeriesBooking> = this

        /** All occurrences, or none when one of them clashes. */
        @JvmField public val ALL: SeriesBooking = SeriesBooking("all")

        /** Those that are free. */
        @JvmField public val SKIP_CLASHING: SeriesBooking = SeriesBooking("skip_clashing")

        /** None: they are only looked at. */
        @JvmField public val NONE: SeriesBooking = SeriesBooking("none")

        override val entries: List<SeriesBooking> = listOf(
            ALL,
            SKIP_CLASHING,
            NONE,
        )

        internal override fun unknown(wire: String): SeriesBooking = SeriesBooking(wire)
    }
}

/** The occurrences of a series. */
@Serializable(with = BookedSeries.Companion::class)
public data class BookedSeries @JvmOverloads constructor(
    /** How many are booked, or would be. */
    public val free: Int,
    /** How many clash. */
    public val clashing: Int,
    /** Every one, in order of time. */
    public val occurrences: List<SeriesOccurrence>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("free"); writer.value(free)
        writer.field("clashing"); writer.value(clashing)
        writer.field("occurrences"); writer.list(occurrences) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<BookedSeries>("BookedSeries") {
        public fun serializer(): KSerializer<BookedSeries> = this

        override fun read(reader: WireReader): BookedSeries {
            var free: Int? = null
            var clashing: Int? = null
            var occurrences: List<SeriesOccurrence>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("free")) free = reader.orNull { reader.whole() }
                else if (reader.isAt("clashing")) clashing = reader.orNull { reader.whole() }
                else if (reader.isAt("occurrences")) occurrences = reader.orNull { reader.list { SeriesOccurrence.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return BookedSeries(
                free ?: throw reader.missing("free"),
                clashing ?: throw reader.missing("clashing"),
                occurrences ?: throw reader.missing("occurrences"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** An occurrence of a series. */
@Serializable(with = SeriesOccurrence.Companion::class)
public data class SeriesOccurrence(
    /** When. */
    public val span: Span,
    /** The day that clocks show at its beginning. */
    public val day: LocalDate,
    /** The time that clocks show at its beginning. */
    public val time: String,
    /** Its booking, when it is booked. */
    public val booking: String? = null,
    /** Every reason against it. */
    public val reasons: List<Reason>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("span"); span.write(writer)
        writer.field("day"); writer.value(day)
        writer.field("time"); writer.value(time)
        if (booking != null) { writer.field("booking"); writer.value(booking) }
        writer.field("reasons"); writer.list(reasons) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<SeriesOccurrence>("SeriesOccurrence") {
        public fun serializer(): KSerializer<SeriesOccurrence> = this

        override fun read(reader: WireReader): SeriesOccurrence {
            var span: Span? = null
            var day: LocalDate? = null
            var time: String? = null
            var booking: String? = null
            var reasons: List<Reason>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("span")) span = reader.orNull { Span.read(reader) }
                else if (reader.isAt("day")) day = reader.orNull { reader.day() }
                else if (reader.isAt("time")) time = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else if (reader.isAt("reasons")) reasons = reader.orNull { reader.list { Reason.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return SeriesOccurrence(
                span ?: throw reader.missing("span"),
                day ?: throw reader.missing("day"),
                time ?: throw reader.missing("time"),
                booking,
                reasons ?: throw reader.missing("reasons"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way. */
@Serializable(with = RescheduleRequest.Companion::class)
public data class RescheduleRequest(
    /** The present moment. */
    public val now: Instant,
    /** The booking. */
    public val booking: String,
    /** What it takes from now on. */
    public val takes: List<Take>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("booking"); writer.value(booking)
        writer.field("takes"); writer.list(takes) { it.write(writer) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is RescheduleRequest &&
        alike(now, other.now) &&
        booking == other.booking &&
        takes == other.takes

    override fun hashCode(): Int = hashed(now, booking, takes)

    public companion object : Wire<RescheduleRequest>("RescheduleRequest") {
        public fun serializer(): KSerializer<RescheduleRequest> = this

        override fun read(reader: WireReader): RescheduleRequest {
            var now: Instant? = null
            var booking: String? = null
            var takes: List<Take>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else if (reader.isAt("takes")) takes = reader.orNull { reader.list { Take.read(reader) } }
                else throw reader.unknown()
            }
            return RescheduleRequest(
                now ?: throw reader.missing("now"),
                booking ?: throw reader.missing("booking"),
                takes ?: throw reader.missing("takes"),
            )
        }
    }
}

/** Gives a booking up. */
@Serializable(with = CancelRequest.Companion::class)
public data class CancelRequest(
    /** The booking. */
    public val booking: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("booking"); writer.value(booking)
        writer.close()
    }

    public companion object : Wire<CancelRequest>("CancelRequest") {
        public fun serializer(): KSerializer<CancelRequest> = this

        override fun read(reader: WireReader): CancelRequest {
            var booking: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return CancelRequest(
                booking ?: throw reader.missing("booking"),
            )
        }
    }
}

/** Holds one resource or several at once: all or none. */
@Serializable(with = HoldRequest.Companion::class)
public data class HoldRequest(
    /** The present moment. */
    public val now: Instant,
    /** What the hold is known by. Asked for again with the same takes, the same hold is answered. */
    public val key: String,
    /** What is held. */
    public val takes: List<Take>,
    /** For so many seconds. */
    public val ttlSeconds: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("key"); writer.value(key)
        writer.field("takes"); writer.list(takes) { it.write(writer) }
        writer.field("ttl_seconds"); writer.value(ttlSeconds)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is HoldRequest &&
        alike(now, other.now) &&
        key == other.key &&
        takes == other.takes &&
        ttlSeconds == other.ttlSeconds

    override fun hashCode(): Int = hashed(now, key, takes, ttlSeconds)

    public companion object : Wire<HoldRequest>("HoldRequest") {
        public fun serializer(): KSerializer<HoldRequest> = this

        override fun read(reader: WireReader): HoldRequest {
            var now: Instant? = null
            var key: String? = null
            var takes: List<Take>? = null
            var ttlSeconds: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("takes")) takes = reader.orNull { reader.list { Take.read(reader) } }
                else if (reader.isAt("ttl_seconds")) ttlSeconds = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return HoldRequest(
                now ?: throw reader.missing("now"),
                key ?: throw reader.missing("key"),
                takes ?: throw reader.missing("takes"),
                ttlSeconds ?: throw reader.missing("ttl_seconds"),
            )
        }
    }
}

/** Makes a hold a booking. */
@Serializable(with = ConfirmRequest.Companion::class)
public data class ConfirmRequest(
    /** The present moment. */
    public val now: Instant,
    /** The hold. */
    public val key: String,
    /** The id of the booking. */
    public val booking: String,
    /** What a calendar shows. */
    public val title: String? = null,
    /** A hold that has expired is booked all the same when its time is still free. */
    public val evenIfExpired: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("key"); writer.value(key)
        writer.field("booking"); writer.value(booking)
        if (title != null) { writer.field("title"); writer.value(title) }
        if (evenIfExpired) { writer.field("even_if_expired"); writer.value(evenIfExpired) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ConfirmRequest &&
        alike(now, other.now) &&
        key == other.key &&
        booking == other.booking &&
        title == other.title &&
        evenIfExpired == other.evenIfExpired

    override fun hashCode(): Int = hashed(now, key, booking, title, evenIfExpired)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var now: Instant? = null
        private var key: String? = null
        private var booking: String? = null
        private var title: String? = null
        private var evenIfExpired: Boolean? = null

        /** See [ConfirmRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [ConfirmRequest.key]. */
        public fun key(key: String): Builder = apply { this.key = key }

        /** See [ConfirmRequest.booking]. */
        public fun booking(booking: String): Builder = apply { this.booking = booking }

        /** See [ConfirmRequest.title]. */
        public fun title(title: String?): Builder = apply { this.title = title }

        /** See [ConfirmRequest.evenIfExpired]. */
        public fun evenIfExpired(evenIfExpired: Boolean): Builder = apply { this.evenIfExpired = evenIfExpired }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ConfirmRequest = ConfirmRequest(
            checkNotNull(now) { "`now` of ConfirmRequest is not set" },
            checkNotNull(key) { "`key` of ConfirmRequest is not set" },
            checkNotNull(booking) { "`booking` of ConfirmRequest is not set" },
            title,
            evenIfExpired ?: false,
        )
    }

    public companion object : Wire<ConfirmRequest>("ConfirmRequest") {
        public fun serializer(): KSerializer<ConfirmRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ConfirmRequest {
            var now: Instant? = null
            var key: String? = null
            var booking: String? = null
            var title: String? = null
            var evenIfExpired: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("booking")) booking = reader.orNull { reader.text() }
                else if (reader.isAt("title")) title = reader.orNull { reader.text() }
                else if (reader.isAt("even_if_expired")) evenIfExpired = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return ConfirmRequest(
                now ?: throw reader.missing("now"),
                key ?: throw reader.missing("key"),
                booking ?: throw reader.missing("booking"),
                title,
                evenIfExpired ?: false,
            )
        }
    }
}

/** Gives a hold up. */
@Serializable(with = ReleaseRequest.Companion::class)
public data class ReleaseRequest(
    /** The hold. */
    public val key: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("key"); writer.value(key)
        writer.close()
    }

    public companion object : Wire<ReleaseRequest>("ReleaseRequest") {
        public fun serializer(): KSerializer<ReleaseRequest> = this

        override fun read(reader: WireReader): ReleaseRequest {
            var key: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return ReleaseRequest(
                key ?: throw reader.missing("key"),
            )
        }
    }
}

/** Lets a hold expire later. */
@Serializable(with = ExtendRequest.Companion::class)
public data class ExtendRequest(
    /** The present moment. */
    public val now: Instant,
    /** The hold. */
    public val key: String,
    /** For so many seconds from now. */
    public val ttlSeconds: Int,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.field("key"); writer.value(key)
        writer.field("ttl_seconds"); writer.value(ttlSeconds)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ExtendRequest &&
        alike(now, other.now) &&
        key == other.key &&
        ttlSeconds == other.ttlSeconds

    override fun hashCode(): Int = hashed(now, key, ttlSeconds)

    public companion object : Wire<ExtendRequest>("ExtendRequest") {
        public fun serializer(): KSerializer<ExtendRequest> = this

        override fun read(reader: WireReader): ExtendRequest {
            var now: Instant? = null
            var key: String? = null
            var ttlSeconds: Int? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("key")) key = reader.orNull { reader.text() }
                else if (reader.isAt("ttl_seconds")) ttlSeconds = reader.orNull { reader.whole() }
                else throw reader.unknown()
            }
            return ExtendRequest(
                now ?: throw reader.missing("now"),
                key ?: throw reader.missing("key"),
                ttlSeconds ?: throw reader.missing("ttl_seconds"),
            )
        }
    }
}

/** Drops every hold that has expired. */
@Serializable(with = ExpireRequest.Companion::class)
public data class ExpireRequest(
    /** The present moment: what expires at it has expired. */
    public val now: Instant,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("now"); writer.value(now)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ExpireRequest &&
        alike(now, other.now)

    override fun hashCode(): Int = hashed(now)

    public companion object : Wire<ExpireRequest>("ExpireRequest") {
        public fun serializer(): KSerializer<ExpireRequest> = this

        override fun read(reader: WireReader): ExpireRequest {
            var now: Instant? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else throw reader.unknown()
            }
            return ExpireRequest(
                now ?: throw reader.missing("now"),
            )
        }
    }
}

/** Blocks time, whatever is booked in it. */
@Serializable(with = BlockRequest.Companion::class)
public data class BlockRequest(
    /** What is blocked. The same again changes nothing. */
    public val blocked: Blocked,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("blocked"); blocked.write(writer)
        writer.close()
    }

    public companion object : Wire<BlockRequest>("BlockRequest") {
        public fun serializer(): KSerializer<BlockRequest> = this

        override fun read(reader: WireReader): BlockRequest {
            var blocked: Blocked? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("blocked")) blocked = reader.orNull { Blocked.read(reader) }
                else throw reader.unknown()
            }
            return BlockRequest(
                blocked ?: throw reader.missing("blocked"),
            )
        }
    }
}

/** Makes blocked time free again. */
@Serializable(with = UnblockRequest.Companion::class)
public data class UnblockRequest(
    /** What was blocked. */
    public val blocked: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("blocked"); writer.value(blocked)
        writer.close()
    }

    public companion object : Wire<UnblockRequest>("UnblockRequest") {
        public fun serializer(): KSerializer<UnblockRequest> = this

        override fun read(reader: WireReader): UnblockRequest {
            var blocked: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("blocked")) blocked = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return UnblockRequest(
                blocked ?: throw reader.missing("blocked"),
            )
        }
    }
}

/** Many commands at once. */
@Serializable(with = ApplyRequest.Companion::class)
public data class ApplyRequest(
    /** The commands, in their order, each for itself: a refused one stops no other. */
    public val commands: List<CalendarCommand>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("commands"); writer.list(commands) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<ApplyRequest>("ApplyRequest") {
        public fun serializer(): KSerializer<ApplyRequest> = this

        override fun read(reader: WireReader): ApplyRequest {
            var commands: List<CalendarCommand>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("commands")) commands = reader.orNull { reader.list { CalendarCommand.read(reader) } }
                else throw reader.unknown()
            }
            return ApplyRequest(
                commands ?: throw reader.missing("commands"),
            )
        }
    }
}

/** Something that changes a calendar. */
@Serializable(with = CalendarCommand.Companion::class)
public sealed interface CalendarCommand : RatebookValue {
    /** Books. */
    public data class Book(public val held: BookRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("book"); held.write(writer)
            writer.close()
        }
    }

    /** Holds. */
    public data class Hold(public val held: HoldRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("hold"); held.write(writer)
            writer.close()
        }
    }

    /** Makes a hold a booking. */
    public data class Confirm(public val held: ConfirmRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("confirm"); held.write(writer)
            writer.close()
        }
    }

    /** Gives a hold up. */
    public data class Release(public val held: ReleaseRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("release"); held.write(writer)
            writer.close()
        }
    }

    /** Lets a hold expire later. */
    public data class Extend(public val held: ExtendRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("extend"); held.write(writer)
            writer.close()
        }
    }

    /** Drops holds that have expired. */
    public data class Expire(public val held: ExpireRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("expire"); held.write(writer)
            writer.close()
        }
    }

    /** Gives a booking up. */
    public data class Cancel(public val held: CancelRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("cancel"); held.write(writer)
            writer.close()
        }
    }

    /** Moves a booking. */
    public data class Reschedule(public val held: RescheduleRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("reschedule"); held.write(writer)
            writer.close()
        }
    }

    /** Blocks time. */
    public data class Block(public val held: BlockRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("block"); held.write(writer)
            writer.close()
        }
    }

    /** Makes blocked time free again. */
    public data class Unblock(public val held: UnblockRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("unblock"); held.write(writer)
            writer.close()
        }
    }

    /** Takes rows of a database as they are. */
    public data class ApplyRows(public val held: ApplyRowsRequest) : CalendarCommand {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("apply_rows"); held.write(writer)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : CalendarCommand {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<CalendarCommand>("CalendarCommand") {
        public fun serializer(): KSerializer<CalendarCommand> = this

        override fun read(reader: WireReader): CalendarCommand {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("book")) Book(BookRequest.read(reader))
                else if (reader.isAt("hold")) Hold(HoldRequest.read(reader))
                else if (reader.isAt("confirm")) Confirm(ConfirmRequest.read(reader))
                else if (reader.isAt("release")) Release(ReleaseRequest.read(reader))
                else if (reader.isAt("extend")) Extend(ExtendRequest.read(reader))
                else if (reader.isAt("expire")) Expire(ExpireRequest.read(reader))
                else if (reader.isAt("cancel")) Cancel(CancelRequest.read(reader))
                else if (reader.isAt("reschedule")) Reschedule(RescheduleRequest.read(reader))
                else if (reader.isAt("block")) Block(BlockRequest.read(reader))
                else if (reader.isAt("unblock")) Unblock(UnblockRequest.read(reader))
                else if (reader.isAt("apply_rows")) ApplyRows(ApplyRowsRequest.read(reader))
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** Rows that a database has added, changed or removed since it was last looked at. */
@Serializable(with = ApplyRowsRequest.Companion::class)
public data class ApplyRowsRequest(
    /** Bookings as they are now, each in the place of the one with its id. */
    public val bookings: List<Booking> = emptyList(),
    /** Holds as they are now, each in the place of the one with its key. */
    public val holds: List<Hold> = emptyList(),
    /** What is blocked now, each in the place of the one with its id. */
    public val blocked: List<Blocked> = emptyList(),
    /** What is no longer there. An id that the calendar does not know changes nothing. */
    public val removed: RowIds? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (bookings.isNotEmpty()) { writer.field("bookings"); writer.list(bookings) { it.write(writer) } }
        if (holds.isNotEmpty()) { writer.field("holds"); writer.list(holds) { it.write(writer) } }
        if (blocked.isNotEmpty()) { writer.field("blocked"); writer.list(blocked) { it.write(writer) } }
        if (removed != null) { writer.field("removed"); removed.write(writer) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var bookings: List<Booking>? = null
        private var holds: List<Hold>? = null
        private var blocked: List<Blocked>? = null
        private var removed: RowIds? = null

        /** See [ApplyRowsRequest.bookings]. */
        public fun bookings(bookings: List<Booking>): Builder = apply { this.bookings = bookings }

        /** See [ApplyRowsRequest.holds]. */
        public fun holds(holds: List<Hold>): Builder = apply { this.holds = holds }

        /** See [ApplyRowsRequest.blocked]. */
        public fun blocked(blocked: List<Blocked>): Builder = apply { this.blocked = blocked }

        /** See [ApplyRowsRequest.removed]. */
        public fun removed(removed: RowIds?): Builder = apply { this.removed = removed }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): ApplyRowsRequest = ApplyRowsRequest(
            bookings ?: emptyList(),
            holds ?: emptyList(),
            blocked ?: emptyList(),
            removed,
        )
    }

    public companion object : Wire<ApplyRowsRequest>("ApplyRowsRequest") {
        public fun serializer(): KSerializer<ApplyRowsRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): ApplyRowsRequest {
            var bookings: List<Booking>? = null
            var holds: List<Hold>? = null
            var blocked: List<Blocked>? = null
            var removed: RowIds? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("bookings")) bookings = reader.orNull { reader.list { Booking.read(reader) } }
                else if (reader.isAt("holds")) holds = reader.orNull { reader.list { Hold.read(reader) } }
                else if (reader.isAt("blocked")) blocked = reader.orNull { reader.list { Blocked.read(reader) } }
                else if (reader.isAt("removed")) removed = reader.orNull { RowIds.read(reader) }
                else throw reader.unknown()
            }
            return ApplyRowsRequest(
                bookings ?: emptyList(),
                holds ?: emptyList(),
                blocked ?: emptyList(),
                removed,
            )
        }
    }
}

/** Rows by what they are known by. */
@Serializable(with = RowIds.Companion::class)
public data class RowIds(
    /** The ids of bookings. */
    public val bookings: List<String>? = null,
    /** The keys of holds. */
    public val holds: List<String>? = null,
    /** The ids of what is blocked. */
    public val blocked: List<String>? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (bookings != null) { writer.field("bookings"); writer.list(bookings) { writer.value(it) } }
        if (holds != null) { writer.field("holds"); writer.list(holds) { writer.value(it) } }
        if (blocked != null) { writer.field("blocked"); writer.list(blocked) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var bookings: List<String>? = null
        private var holds: List<String>? = null
        private var blocked: List<String>? = null

        /** See [RowIds.bookings]. */
        public fun bookings(bookings: List<String>?): Builder = apply { this.bookings = bookings }

        /** See [RowIds.holds]. */
        public fun holds(holds: List<String>?): Builder = apply { this.holds = holds }

        /** See [RowIds.blocked]. */
        public fun blocked(blocked: List<String>?): Builder = apply { this.blocked = blocked }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RowIds = RowIds(
            bookings,
            holds,
            blocked,
        )
    }

    public companion object : Wire<RowIds>("RowIds") {
        public fun serializer(): KSerializer<RowIds> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RowIds {
            var bookings: List<String>? = null
            var holds: List<String>? = null
            var blocked: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("bookings")) bookings = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("holds")) holds = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("blocked")) blocked = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RowIds(
                bookings,
                holds,
                blocked,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What one of many commands did, or why it was refused. */
@Serializable(with = AppliedCommand.Companion::class)
public data class AppliedCommand(
    /** What it did. */
    public val done: CalendarChange? = null,
    /** Every reason, when it was refused. */
    public val error: ErrorReport? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (done != null) { writer.field("done"); done.write(writer) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AppliedCommand>("AppliedCommand") {
        public fun serializer(): KSerializer<AppliedCommand> = this

        override fun read(reader: WireReader): AppliedCommand {
            var done: CalendarChange? = null
            var error: ErrorReport? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("done")) done = reader.orNull { CalendarChange.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AppliedCommand(
                done,
                error,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a command did. */
@Serializable(with = CalendarChange.Companion::class)
public sealed interface CalendarChange : RatebookValue {
    /** The booking that was made, moved or given up. */
    public data class Booking(public val held: com.ratebook.calendar.Booking) : CalendarChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("booking"); held.write(writer)
            writer.close()
        }
    }

    /** The hold that was placed, extended or given up. */
    public data class Hold(public val held: com.ratebook.calendar.Hold) : CalendarChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("hold"); held.write(writer)
            writer.close()
        }
    }

    /** What is blocked now, or was. */
    public data class Blocked(public val held: com.ratebook.calendar.Blocked) : CalendarChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("blocked"); held.write(writer)
            writer.close()
        }
    }

    /** The holds that had expired. */
    public data class Expired(public val held: List<com.ratebook.calendar.Hold>) : CalendarChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("expired"); writer.list(held) { it.write(writer) }
            writer.close()
        }
    }

    /** The rows that are no longer as they were. */
    public data class Rows(public val held: AppliedRows) : CalendarChange {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("rows"); held.write(writer)
            writer.close()
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : CalendarChange {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<CalendarChange>("CalendarChange") {
        public fun serializer(): KSerializer<CalendarChange> = this

        override fun read(reader: WireReader): CalendarChange {
            if (reader.isAtText()) return Unknown(com.ratebook.Json.Text(reader.text()))
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("booking")) Booking(com.ratebook.calendar.Booking.read(reader))
                else if (reader.isAt("hold")) Hold(com.ratebook.calendar.Hold.read(reader))
                else if (reader.isAt("blocked")) Blocked(com.ratebook.calendar.Blocked.read(reader))
                else if (reader.isAt("expired")) Expired(reader.list { com.ratebook.calendar.Hold.read(reader) })
                else if (reader.isAt("rows")) Rows(AppliedRows.read(reader))
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** What is no longer as it was. Rows that were known as they are stand in none of the three. */
@Serializable(with = AppliedRows.Companion::class)
public data class AppliedRows @JvmOverloads constructor(
    /** What was not there. */
    public val added: RowIds,
    /** What was there otherwise. */
    public val changed: RowIds,
    /** What is there no longer. */
    public val removed: RowIds,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("added"); added.write(writer)
        writer.field("changed"); changed.write(writer)
        writer.field("removed"); removed.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AppliedRows>("AppliedRows") {
        public fun serializer(): KSerializer<AppliedRows> = this

        override fun read(reader: WireReader): AppliedRows {
            var added: RowIds? = null
            var changed: RowIds? = null
            var removed: RowIds? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("added")) added = reader.orNull { RowIds.read(reader) }
                else if (reader.isAt("changed")) changed = reader.orNull { RowIds.read(reader) }
                else if (reader.isAt("removed")) removed = reader.orNull { RowIds.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AppliedRows(
                added ?: throw reader.missing("added"),
                changed ?: throw reader.missing("changed"),
                removed ?: throw reader.missing("removed"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Commands of devices that were offline. */
@Serializable(with = MergeRequest.Companion::class)
public data class MergeRequest(
    /** The commands, in whatever order they came together. */
    public val received: List<ReceivedCommand>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("received"); writer.list(received) { it.write(writer) }
        writer.close()
    }

    public companion object : Wire<MergeRequest>("MergeRequest") {
        public fun serializer(): KSerializer<MergeRequest> = this

        override fun read(reader: WireReader): MergeRequest {
            var received: List<ReceivedCommand>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("received")) received = reader.orNull { reader.list { ReceivedCommand.read(reader) } }
                else throw reader.unknown()
            }
            return MergeRequest(
                received ?: throw reader.missing("received"),
            )
        }
    }
}

/** A command as it was received. */
@Serializable(with = ReceivedCommand.Companion::class)
public data class ReceivedCommand(
    /** What it is known by; of two that were received at the same moment the lower one comes first. */
    public val id: String,
    /** When the server received it: the moment that it is checked at, whatever the device's clock said. */
    public val receivedAt: Instant,
    /** The command. */
    public val command: CalendarCommand,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("received_at"); writer.value(receivedAt)
        writer.field("command"); command.write(writer)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is ReceivedCommand &&
        id == other.id &&
        alike(receivedAt, other.receivedAt) &&
        command == other.command

    override fun hashCode(): Int = hashed(id, receivedAt, command)

    public companion object : Wire<ReceivedCommand>("ReceivedCommand") {
        public fun serializer(): KSerializer<ReceivedCommand> = this

        override fun read(reader: WireReader): ReceivedCommand {
            var id: String? = null
            var receivedAt: Instant? = null
            var command: CalendarCommand? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("received_at")) receivedAt = reader.orNull { reader.instant() }
                else if (reader.isAt("command")) command = reader.orNull { CalendarCommand.read(reader) }
                else throw reader.unknown()
            }
            return ReceivedCommand(
                id ?: throw reader.missing("id"),
                receivedAt ?: throw reader.missing("received_at"),
                command ?: throw reader.missing("command"),
            )
        }
    }
}

/** What became of a received command. */
@Serializable(with = MergedCommand.Companion::class)
public data class MergedCommand(
    /** The command. */
    public val id: String,
    /** What it did. */
    public val done: CalendarChange? = null,
    /** Every reason, when it clashes with what came before it. */
    public val error: ErrorReport? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        if (done != null) { writer.field("done"); done.write(writer) }
        if (error != null) { writer.field("error"); error.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MergedCommand>("MergedCommand") {
        public fun serializer(): KSerializer<MergedCommand> = this

        override fun read(reader: WireReader): MergedCommand {
            var id: String? = null
            var done: CalendarChange? = null
            var error: ErrorReport? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("done")) done = reader.orNull { CalendarChange.read(reader) }
                else if (reader.isAt("error")) error = reader.orNull { ErrorReport.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MergedCommand(
                id ?: throw reader.missing("id"),
                done,
                error,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a calendar holds now. */
@Serializable(with = SnapshotRequest.Companion::class)
public class SnapshotRequest : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is SnapshotRequest
    override fun hashCode(): Int = 0
    override fun toString(): String = "SnapshotRequest()"

    public companion object : Wire<SnapshotRequest>("SnapshotRequest") {
        public fun serializer(): KSerializer<SnapshotRequest> = this

        override fun read(reader: WireReader): SnapshotRequest {
            reader.open()
            if (reader.nextField()) throw reader.unknown()
            return SnapshotRequest()
        }
    }
}
