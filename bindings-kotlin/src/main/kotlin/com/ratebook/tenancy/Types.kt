// Written by `cargo xtask generate`.

package com.ratebook.tenancy

import com.ratebook.*
import com.ratebook.assignment.*
import com.ratebook.automation.*
import com.ratebook.calendar.*
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
import com.ratebook.time.*
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable

/** A tenant and all its rules. */
@Serializable(with = TenantDefinition.Companion::class)
public data class TenantDefinition(
    /** What it is known by. */
    public val id: String,
    /** What people call it. */
    public val name: String,
    /** Its part of the platform's address, such as `acme` of `acme.example.com`. */
    public val subdomain: String? = null,
    /** Domains of its own. */
    public val domains: List<String> = emptyList(),
    /** Where it is in its life. */
    public val status: TenantStatus = TenantStatus.ACTIVE,
    /** Since when it is there. */
    public val statusSince: Instant? = null,
    /** How it works. */
    public val settings: TenantSettings? = null,
    /** How it looks and writes to people. */
    public val brand: TenantBrand? = null,
    /** Who may do what, and what they see. */
    public val access: AccessRules? = null,
    /** Features by name, and when they are on. */
    public val flags: Map<String, FlagRules> = emptyMap(),
    /** How often things may be done, beside and instead of what is shipped. */
    public val rateLimits: List<RateLimitRule> = emptyList(),
    /** How many failures lock, beside and instead of what is shipped. */
    public val lockouts: List<LockoutRule> = emptyList(),
    /** Which addresses pass. */
    public val addresses: List<AddressRule> = emptyList(),
    /** What there is only so much of. */
    public val quotas: List<QuotaRule> = emptyList(),
    /** How numbers are written. */
    public val numbers: List<NumberFormat> = emptyList(),
    /** What changes must keep to. */
    public val policies: Policies? = null,
    /** What may be spent. */
    public val budgets: List<Budget>? = null,
    /** The fields and tags it adds, by kind of thing. */
    public val fields: Map<String, EntityFields> = emptyMap(),
    /** What is known of people. */
    public val privacy: Privacy? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("name"); writer.value(name)
        if (subdomain != null) { writer.field("subdomain"); writer.value(subdomain) }
        if (domains.isNotEmpty()) { writer.field("domains"); writer.list(domains) { writer.value(it) } }
        writer.field("status"); status.write(writer)
        if (statusSince != null) { writer.field("status_since"); writer.value(statusSince) }
        if (settings != null) { writer.field("settings"); settings.write(writer) }
        if (brand != null) { writer.field("brand"); brand.write(writer) }
        if (access != null) { writer.field("access"); access.write(writer) }
        if (flags.isNotEmpty()) { writer.field("flags"); writer.map(flags) { it.write(writer) } }
        if (rateLimits.isNotEmpty()) { writer.field("rate_limits"); writer.list(rateLimits) { it.write(writer) } }
        if (lockouts.isNotEmpty()) { writer.field("lockouts"); writer.list(lockouts) { it.write(writer) } }
        if (addresses.isNotEmpty()) { writer.field("addresses"); writer.list(addresses) { it.write(writer) } }
        if (quotas.isNotEmpty()) { writer.field("quotas"); writer.list(quotas) { it.write(writer) } }
        if (numbers.isNotEmpty()) { writer.field("numbers"); writer.list(numbers) { it.write(writer) } }
        if (policies != null) { writer.field("policies"); policies.write(writer) }
        if (budgets != null) { writer.field("budgets"); writer.list(budgets) { it.write(writer) } }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.map(fields) { it.write(writer) } }
        if (privacy != null) { writer.field("privacy"); privacy.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is TenantDefinition &&
        id == other.id &&
        name == other.name &&
        subdomain == other.subdomain &&
        domains == other.domains &&
        status == other.status &&
        alike(statusSince, other.statusSince) &&
        settings == other.settings &&
        brand == other.brand &&
        access == other.access &&
        flags == other.flags &&
        rateLimits == other.rateLimits &&
        lockouts == other.lockouts &&
        addresses == other.addresses &&
        quotas == other.quotas &&
        numbers == other.numbers &&
        policies == other.policies &&
        budgets == other.budgets &&
        fields == other.fields &&
        privacy == other.privacy &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(id, name, subdomain, domains, status, statusSince, settings, brand, access, flags, rateLimits, lockouts, addresses, quotas, numbers, policies, budgets, fields, privacy, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var name: String? = null
        private var subdomain: String? = null
        private var domains: List<String>? = null
        private var status: TenantStatus? = null
        private var statusSince: Instant? = null
        private var settings: TenantSettings? = null
        private var brand: TenantBrand? = null
        private var access: AccessRules? = null
        private var flags: Map<String, FlagRules>? = null
        private var rateLimits: List<RateLimitRule>? = null
        private var lockouts: List<LockoutRule>? = null
        private var addresses: List<AddressRule>? = null
        private var quotas: List<QuotaRule>? = null
        private var numbers: List<NumberFormat>? = null
        private var policies: Policies? = null
        private var budgets: List<Budget>? = null
        private var fields: Map<String, EntityFields>? = null
        private var privacy: Privacy? = null

        /** See [TenantDefinition.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [TenantDefinition.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [TenantDefinition.subdomain]. */
        public fun subdomain(subdomain: String?): Builder = apply { this.subdomain = subdomain }

        /** See [TenantDefinition.domains]. */
        public fun domains(domains: List<String>): Builder = apply { this.domains = domains }

        /** See [TenantDefinition.status]. */
        public fun status(status: TenantStatus): Builder = apply { this.status = status }

        /** See [TenantDefinition.statusSince]. */
        public fun statusSince(statusSince: Instant?): Builder = apply { this.statusSince = statusSince }

        /** See [TenantDefinition.settings]. */
        public fun settings(settings: TenantSettings?): Builder = apply { this.settings = settings }

        /** See [TenantDefinition.brand]. */
        public fun brand(brand: TenantBrand?): Builder = apply { this.brand = brand }

        /** See [TenantDefinition.access]. */
        public fun access(access: AccessRules?): Builder = apply { this.access = access }

        /** See [TenantDefinition.flags]. */
        public fun flags(flags: Map<String, FlagRules>): Builder = apply { this.flags = flags }

        /** See [TenantDefinition.rateLimits]. */
        public fun rateLimits(rateLimits: List<RateLimitRule>): Builder = apply { this.rateLimits = rateLimits }

        /** See [TenantDefinition.lockouts]. */
        public fun lockouts(lockouts: List<LockoutRule>): Builder = apply { this.lockouts = lockouts }

        /** See [TenantDefinition.addresses]. */
        public fun addresses(addresses: List<AddressRule>): Builder = apply { this.addresses = addresses }

        /** See [TenantDefinition.quotas]. */
        public fun quotas(quotas: List<QuotaRule>): Builder = apply { this.quotas = quotas }

        /** See [TenantDefinition.numbers]. */
        public fun numbers(numbers: List<NumberFormat>): Builder = apply { this.numbers = numbers }

        /** See [TenantDefinition.policies]. */
        public fun policies(policies: Policies?): Builder = apply { this.policies = policies }

        /** See [TenantDefinition.budgets]. */
        public fun budgets(budgets: List<Budget>?): Builder = apply { this.budgets = budgets }

        /** See [TenantDefinition.fields]. */
        public fun fields(fields: Map<String, EntityFields>): Builder = apply { this.fields = fields }

        /** See [TenantDefinition.privacy]. */
        public fun privacy(privacy: Privacy?): Builder = apply { this.privacy = privacy }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): TenantDefinition = TenantDefinition(
            checkNotNull(id) { "`id` of TenantDefinition is not set" },
            checkNotNull(name) { "`name` of TenantDefinition is not set" },
            subdomain,
            domains ?: emptyList(),
            status ?: TenantStatus.ACTIVE,
            statusSince,
            settings,
            brand,
            access,
            flags ?: emptyMap(),
            rateLimits ?: emptyList(),
            lockouts ?: emptyList(),
            addresses ?: emptyList(),
            quotas ?: emptyList(),
            numbers ?: emptyList(),
            policies,
            budgets,
            fields ?: emptyMap(),
            privacy,
        )
    }

    public companion object : Wire<TenantDefinition>("TenantDefinition") {
        public fun serializer(): KSerializer<TenantDefinition> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): TenantDefinition {
            var id: String? = null
            var name: String? = null
            var subdomain: String? = null
            var domains: List<String>? = null
            var status: TenantStatus? = null
            var statusSince: Instant? = null
            var settings: TenantSettings? = null
            var brand: TenantBrand? = null
            var access: AccessRules? = null
            var flags: Map<String, FlagRules>? = null
            var rateLimits: List<RateLimitRule>? = null
            var lockouts: List<LockoutRule>? = null
            var addresses: List<AddressRule>? = null
            var quotas: List<QuotaRule>? = null
            var numbers: List<NumberFormat>? = null
            var policies: Policies? = null
            var budgets: List<Budget>? = null
            var fields: Map<String, EntityFields>? = null
            var privacy: Privacy? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("subdomain")) subdomain = reader.orNull { reader.text() }
                else if (reader.isAt("domains")) domains = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("status")) status = reader.orNull { TenantStatus.read(reader) }
                else if (reader.isAt("status_since")) statusSince = reader.orNull { reader.instant() }
                else if (reader.isAt("settings")) settings = reader.orNull { TenantSettings.read(reader) }
                else if (reader.isAt("brand")) brand = reader.orNull { TenantBrand.read(reader) }
                else if (reader.isAt("access")) access = reader.orNull { AccessRules.read(reader) }
                else if (reader.isAt("flags")) flags = reader.orNull { reader.map { FlagRules.read(reader) } }
                else if (reader.isAt("rate_limits")) rateLimits = reader.orNull { reader.list { RateLimitRule.read(reader) } }
                else if (reader.isAt("lockouts")) lockouts = reader.orNull { reader.list { LockoutRule.read(reader) } }
                else if (reader.isAt("addresses")) addresses = reader.orNull { reader.list { AddressRule.read(reader) } }
                else if (reader.isAt("quotas")) quotas = reader.orNull { reader.list { QuotaRule.read(reader) } }
                else if (reader.isAt("numbers")) numbers = reader.orNull { reader.list { NumberFormat.read(reader) } }
                else if (reader.isAt("policies")) policies = reader.orNull { Policies.read(reader) }
                else if (reader.isAt("budgets")) budgets = reader.orNull { reader.list { Budget.read(reader) } }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { EntityFields.read(reader) } }
                else if (reader.isAt("privacy")) privacy = reader.orNull { Privacy.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TenantDefinition(
                id ?: throw reader.missing("id"),
                name ?: throw reader.missing("name"),
                subdomain,
                domains ?: emptyList(),
                status ?: TenantStatus.ACTIVE,
                statusSince,
                settings,
                brand,
                access,
                flags ?: emptyMap(),
                rateLimits ?: emptyList(),
                lockouts ?: emptyList(),
                addresses ?: emptyList(),
                quotas ?: emptyList(),
                numbers ?: emptyList(),
                policies,
                budgets,
                fields ?: emptyMap(),
                privacy,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Where a tenant is in its life. */
@Serializable(with = TenantStatus.Companion::class)
public class TenantStatus private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<TenantStatus>("TenantStatus") {
        public fun serializer(): KSerializer<TenantStatus> = this

        /** It is being set up; nobody of it comes in yet. */
        @JvmField public val PROVISIONING: TenantStatus = TenantStatus("provisioning")

        /** It works. */
        @JvmField public val ACTIVE: TenantStatus = TenantStatus("active")

        /** Its people come in and read, and pay; nothing else is written. */
        @JvmField public val SUSPENDED: TenantStatus = TenantStatus("suspended")

        /** It was deleted: nobody of it comes in, and what it has is kept for a while so that it can be restored. */
        @JvmField public val DELETING: TenantStatus = TenantStatus("deleting")

        /** What it had is erased. */
        @JvmField public val DELETED: TenantStatus = TenantStatus("deleted")

        override val entries: List<TenantStatus> = listOf(
            PROVISIONING,
            ACTIVE,
            SUSPENDED,
            DELETING,
            DELETED,
        )

        internal override fun unknown(wire: String): TenantStatus = TenantStatus(wire)
    }
}

/** How a tenant works: each setting has a default. */
@Serializable(with = TenantSettings.Companion::class)
public data class TenantSettings(
    /** The zone of its clock. */
    public val zone: String = "UTC",
    /** The currency of its books. */
    public val currency: String? = null,
    /** The language it writes in, as a tag of BCP 47 such as `de` or `pt-BR`. */
    public val locale: String = "en",
    /** How it writes amounts, whatever the language. */
    public val numberFormat: NumberLocale = NumberLocale.EN_US,
    /** Where it is taxed, such as `DE` or `US-NY`. */
    public val taxRegion: String? = null,
    /** When it is open, by its zone; always when not given. */
    public val businessHours: OpeningHours? = null,
    /** How people log in. */
    public val signIn: SignInRules? = null,
    /** For so many times 24 hours a deleted tenant is kept and can be restored. */
    public val keptDays: Int = 90,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("zone"); writer.value(zone)
        if (currency != null) { writer.field("currency"); writer.value(currency) }
        writer.field("locale"); writer.value(locale)
        writer.field("number_format"); numberFormat.write(writer)
        if (taxRegion != null) { writer.field("tax_region"); writer.value(taxRegion) }
        if (businessHours != null) { writer.field("business_hours"); businessHours.write(writer) }
        if (signIn != null) { writer.field("sign_in"); signIn.write(writer) }
        writer.field("kept_days"); writer.value(keptDays)
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var zone: String? = null
        private var currency: String? = null
        private var locale: String? = null
        private var numberFormat: NumberLocale? = null
        private var taxRegion: String? = null
        private var businessHours: OpeningHours? = null
        private var signIn: SignInRules? = null
        private var keptDays: Int? = null

        /** See [TenantSettings.zone]. */
        public fun zone(zone: String): Builder = apply { this.zone = zone }

        /** See [TenantSettings.currency]. */
        public fun currency(currency: String?): Builder = apply { this.currency = currency }

        /** See [TenantSettings.locale]. */
        public fun locale(locale: String): Builder = apply { this.locale = locale }

        /** See [TenantSettings.numberFormat]. */
        public fun numberFormat(numberFormat: NumberLocale): Builder = apply { this.numberFormat = numberFormat }

        /** See [TenantSettings.taxRegion]. */
        public fun taxRegion(taxRegion: String?): Builder = apply { this.taxRegion = taxRegion }

        /** See [TenantSettings.businessHours]. */
        public fun businessHours(businessHours: OpeningHours?): Builder = apply { this.businessHours = businessHours }

        /** See [TenantSettings.signIn]. */
        public fun signIn(signIn: SignInRules?): Builder = apply { this.signIn = signIn }

        /** See [TenantSettings.keptDays]. */
        public fun keptDays(keptDays: Int): Builder = apply { this.keptDays = keptDays }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): TenantSettings = TenantSettings(
            zone ?: "UTC",
            currency,
            locale ?: "en",
            numberFormat ?: NumberLocale.EN_US,
            taxRegion,
            businessHours,
            signIn,
            keptDays ?: 90,
        )
    }

    public companion object : Wire<TenantSettings>("TenantSettings") {
        public fun serializer(): KSerializer<TenantSettings> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): TenantSettings {
            var zone: String? = null
            var currency: String? = null
            var locale: String? = null
            var numberFormat: NumberLocale? = null
            var taxRegion: String? = null
            var businessHours: OpeningHours? = null
            var signIn: SignInRules? = null
            var keptDays: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("zone")) zone = reader.orNull { reader.text() }
                else if (reader.isAt("currency")) currency = reader.orNull { reader.text() }
                else if (reader.isAt("locale")) locale = reader.orNull { reader.text() }
                else if (reader.isAt("number_format")) numberFormat = reader.orNull { NumberLocale.read(reader) }
                else if (reader.isAt("tax_region")) taxRegion = reader.orNull { reader.text() }
                else if (reader.isAt("business_hours")) businessHours = reader.orNull { OpeningHours.read(reader) }
                else if (reader.isAt("sign_in")) signIn = reader.orNull { SignInRules.read(reader) }
                else if (reader.isAt("kept_days")) keptDays = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TenantSettings(
                zone ?: "UTC",
                currency,
                locale ?: "en",
                numberFormat ?: NumberLocale.EN_US,
                taxRegion,
                businessHours,
                signIn,
                keptDays ?: 90,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How people log in, and for how long. */
@Serializable(with = SignInRules.Companion::class)
public data class SignInRules(
    /** A session ends after so many minutes without a request. */
    public val idleMinutes: Int = 30,
    /** A session ends after so many minutes, whatever happens in it. */
    public val sessionMinutes: Int = 720,
    /** Whether a second factor is demanded. */
    public val secondFactor: Boolean = false,
    /** The fewest letters of a password. */
    public val passwordLength: Int = 12,
    /** After so many days a password must be changed; never when not given. */
    public val passwordDays: Int? = null,
    /** So many former passwords are not taken again. */
    public val passwordsRemembered: Int = 0,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("idle_minutes"); writer.value(idleMinutes)
        writer.field("session_minutes"); writer.value(sessionMinutes)
        if (secondFactor) { writer.field("second_factor"); writer.value(secondFactor) }
        writer.field("password_length"); writer.value(passwordLength)
        if (passwordDays != null) { writer.field("password_days"); writer.value(passwordDays) }
        writer.field("passwords_remembered"); writer.value(passwordsRemembered)
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var idleMinutes: Int? = null
        private var sessionMinutes: Int? = null
        private var secondFactor: Boolean? = null
        private var passwordLength: Int? = null
        private var passwordDays: Int? = null
        private var passwordsRemembered: Int? = null

        /** See [SignInRules.idleMinutes]. */
        public fun idleMinutes(idleMinutes: Int): Builder = apply { this.idleMinutes = idleMinutes }

        /** See [SignInRules.sessionMinutes]. */
        public fun sessionMinutes(sessionMinutes: Int): Builder = apply { this.sessionMinutes = sessionMinutes }

        /** See [SignInRules.secondFactor]. */
        public fun secondFactor(secondFactor: Boolean): Builder = apply { this.secondFactor = secondFactor }

        /** See [SignInRules.passwordLength]. */
        public fun passwordLength(passwordLength: Int): Builder = apply { this.passwordLength = passwordLength }

        /** See [SignInRules.passwordDays]. */
        public fun passwordDays(passwordDays: Int?): Builder = apply { this.passwordDays = passwordDays }

        /** See [SignInRules.passwordsRemembered]. */
        public fun passwordsRemembered(passwordsRemembered: Int): Builder = apply { this.passwordsRemembered = passwordsRemembered }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SignInRules = SignInRules(
            idleMinutes ?: 30,
            sessionMinutes ?: 720,
            secondFactor ?: false,
            passwordLength ?: 12,
            passwordDays,
            passwordsRemembered ?: 0,
        )
    }

    public companion object : Wire<SignInRules>("SignInRules") {
        public fun serializer(): KSerializer<SignInRules> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SignInRules {
            var idleMinutes: Int? = null
            var sessionMinutes: Int? = null
            var secondFactor: Boolean? = null
            var passwordLength: Int? = null
            var passwordDays: Int? = null
            var passwordsRemembered: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("idle_minutes")) idleMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("session_minutes")) sessionMinutes = reader.orNull { reader.whole() }
                else if (reader.isAt("second_factor")) secondFactor = reader.orNull { reader.flag() }
                else if (reader.isAt("password_length")) passwordLength = reader.orNull { reader.whole() }
                else if (reader.isAt("password_days")) passwordDays = reader.orNull { reader.whole() }
                else if (reader.isAt("passwords_remembered")) passwordsRemembered = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return SignInRules(
                idleMinutes ?: 30,
                sessionMinutes ?: 720,
                secondFactor ?: false,
                passwordLength ?: 12,
                passwordDays,
                passwordsRemembered ?: 0,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How a tenant looks and writes to people. */
@Serializable(with = TenantBrand.Companion::class)
public data class TenantBrand(
    /** The logo. */
    public val logo: BrandLogo? = null,
    /** Colours by name, such as `primary`, each with the colour of text on it. */
    public val colours: Map<String, BrandColour> = emptyMap(),
    /** The name on e-mails. */
    public val senderName: String? = null,
    /** The address that e-mails come from. */
    public val senderEmail: String? = null,
    /** The address that answers go to. */
    public val replyTo: String? = null,
    /** Where the host keeps the tenant's own templates, by kind, such as `invoice`. */
    public val templates: Map<String, String> = emptyMap(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (logo != null) { writer.field("logo"); logo.write(writer) }
        if (colours.isNotEmpty()) { writer.field("colours"); writer.map(colours) { it.write(writer) } }
        if (senderName != null) { writer.field("sender_name"); writer.value(senderName) }
        if (senderEmail != null) { writer.field("sender_email"); writer.value(senderEmail) }
        if (replyTo != null) { writer.field("reply_to"); writer.value(replyTo) }
        if (templates.isNotEmpty()) { writer.field("templates"); writer.map(templates) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var logo: BrandLogo? = null
        private var colours: Map<String, BrandColour>? = null
        private var senderName: String? = null
        private var senderEmail: String? = null
        private var replyTo: String? = null
        private var templates: Map<String, String>? = null

        /** See [TenantBrand.logo]. */
        public fun logo(logo: BrandLogo?): Builder = apply { this.logo = logo }

        /** See [TenantBrand.colours]. */
        public fun colours(colours: Map<String, BrandColour>): Builder = apply { this.colours = colours }

        /** See [TenantBrand.senderName]. */
        public fun senderName(senderName: String?): Builder = apply { this.senderName = senderName }

        /** See [TenantBrand.senderEmail]. */
        public fun senderEmail(senderEmail: String?): Builder = apply { this.senderEmail = senderEmail }

        /** See [TenantBrand.replyTo]. */
        public fun replyTo(replyTo: String?): Builder = apply { this.replyTo = replyTo }

        /** See [TenantBrand.templates]. */
        public fun templates(templates: Map<String, String>): Builder = apply { this.templates = templates }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): TenantBrand = TenantBrand(
            logo,
            colours ?: emptyMap(),
            senderName,
            senderEmail,
            replyTo,
            templates ?: emptyMap(),
        )
    }

    public companion object : Wire<TenantBrand>("TenantBrand") {
        public fun serializer(): KSerializer<TenantBrand> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): TenantBrand {
            var logo: BrandLogo? = null
            var colours: Map<String, BrandColour>? = null
            var senderName: String? = null
            var senderEmail: String? = null
            var replyTo: String? = null
            var templates: Map<String, String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("logo")) logo = reader.orNull { BrandLogo.read(reader) }
                else if (reader.isAt("colours")) colours = reader.orNull { reader.map { BrandColour.read(reader) } }
                else if (reader.isAt("sender_name")) senderName = reader.orNull { reader.text() }
                else if (reader.isAt("sender_email")) senderEmail = reader.orNull { reader.text() }
                else if (reader.isAt("reply_to")) replyTo = reader.orNull { reader.text() }
                else if (reader.isAt("templates")) templates = reader.orNull { reader.map { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TenantBrand(
                logo,
                colours ?: emptyMap(),
                senderName,
                senderEmail,
                replyTo,
                templates ?: emptyMap(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A logo, which the host keeps. */
@Serializable(with = BrandLogo.Companion::class)
public data class BrandLogo @JvmOverloads constructor(
    /** Where the host keeps it. */
    public val file: String,
    /** `image/png` or `image/svg+xml`. */
    public val mediaType: String,
    /** Its size. */
    public val bytes: Int,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("file"); writer.value(file)
        writer.field("media_type"); writer.value(mediaType)
        writer.field("bytes"); writer.value(bytes)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<BrandLogo>("BrandLogo") {
        public fun serializer(): KSerializer<BrandLogo> = this

        override fun read(reader: WireReader): BrandLogo {
            var file: String? = null
            var mediaType: String? = null
            var bytes: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("file")) file = reader.orNull { reader.text() }
                else if (reader.isAt("media_type")) mediaType = reader.orNull { reader.text() }
                else if (reader.isAt("bytes")) bytes = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return BrandLogo(
                file ?: throw reader.missing("file"),
                mediaType ?: throw reader.missing("media_type"),
                bytes ?: throw reader.missing("bytes"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A colour and the colour of text on it, as `#RRGGBB`; they differ enough to be read. */
@Serializable(with = BrandColour.Companion::class)
public data class BrandColour @JvmOverloads constructor(
    /** The colour. */
    public val fill: String,
    /** The colour of text on it. */
    public val text: String,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("fill"); writer.value(fill)
        writer.field("text"); writer.value(text)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<BrandColour>("BrandColour") {
        public fun serializer(): KSerializer<BrandColour> = this

        override fun read(reader: WireReader): BrandColour {
            var fill: String? = null
            var text: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fill")) fill = reader.orNull { reader.text() }
                else if (reader.isAt("text")) text = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return BrandColour(
                fill ?: throw reader.missing("fill"),
                text ?: throw reader.missing("text"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Who may do what, and what they see. */
@Serializable(with = AccessRules.Companion::class)
public data class AccessRules(
    /** Permissions of the tenant's own system, such as `tours:publish`, beside the built-in ones. */
    public val permissions: List<String> = emptyList(),
    /** Roles by name, beside the built-in ones; one with the name of a built-in role takes its place. */
    public val roles: Map<String, RoleRules> = emptyMap(),
    /**
     * What is hidden, by the kind of record, such as `device` or `traveller`. A kind of which nothing is hidden has an
     * empty list.
     */
    public val masks: Map<String, List<FieldMask>> = emptyMap(),
    /** Permissions whose use is always audited; patterns such as `payments:*` are taken. */
    public val audited: List<String> = emptyList(),
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (permissions.isNotEmpty()) { writer.field("permissions"); writer.list(permissions) { writer.value(it) } }
        if (roles.isNotEmpty()) { writer.field("roles"); writer.map(roles) { it.write(writer) } }
        if (masks.isNotEmpty()) { writer.field("masks"); writer.map(masks) { writer.list(it) { it.write(writer) } } }
        if (audited.isNotEmpty()) { writer.field("audited"); writer.list(audited) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var permissions: List<String>? = null
        private var roles: Map<String, RoleRules>? = null
        private var masks: Map<String, List<FieldMask>>? = null
        private var audited: List<String>? = null

        /** See [AccessRules.permissions]. */
        public fun permissions(permissions: List<String>): Builder = apply { this.permissions = permissions }

        /** See [AccessRules.roles]. */
        public fun roles(roles: Map<String, RoleRules>): Builder = apply { this.roles = roles }

        /** See [AccessRules.masks]. */
        public fun masks(masks: Map<String, List<FieldMask>>): Builder = apply { this.masks = masks }

        /** See [AccessRules.audited]. */
        public fun audited(audited: List<String>): Builder = apply { this.audited = audited }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AccessRules = AccessRules(
            permissions ?: emptyList(),
            roles ?: emptyMap(),
            masks ?: emptyMap(),
            audited ?: emptyList(),
        )
    }

    public companion object : Wire<AccessRules>("AccessRules") {
        public fun serializer(): KSerializer<AccessRules> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AccessRules {
            var permissions: List<String>? = null
            var roles: Map<String, RoleRules>? = null
            var masks: Map<String, List<FieldMask>>? = null
            var audited: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("roles")) roles = reader.orNull { reader.map { RoleRules.read(reader) } }
                else if (reader.isAt("masks")) masks = reader.orNull { reader.map { reader.list { FieldMask.read(reader) } } }
                else if (reader.isAt("audited")) audited = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AccessRules(
                permissions ?: emptyList(),
                roles ?: emptyMap(),
                masks ?: emptyMap(),
                audited ?: emptyList(),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** When a feature is on. The first rule that says something decides, in the order of the fields. */
@Serializable(with = FlagRules.Companion::class)
public data class FlagRules(
    /** What it is for this tenant, whatever the other rules say. */
    public val forced: Boolean? = null,
    /** Before that moment it is off. */
    public val startsAt: Instant? = null,
    /** From that moment on it is off again. */
    public val endsAt: Instant? = null,
    /** By role; of several roles that differ, the one for which it is off counts. */
    public val roles: Map<String, Boolean> = emptyMap(),
    /** By plan. */
    public val plans: Map<String, Boolean> = emptyMap(),
    /** For so many in a hundred, always the same ones, and off for the rest; with at most two decimals. */
    public val percentage: BigDecimal? = null,
    /** What it is when nothing else decides. */
    public val on: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (forced != null) { writer.field("forced"); writer.value(forced) }
        if (startsAt != null) { writer.field("starts_at"); writer.value(startsAt) }
        if (endsAt != null) { writer.field("ends_at"); writer.value(endsAt) }
        if (roles.isNotEmpty()) { writer.field("roles"); writer.map(roles) { writer.value(it) } }
        if (plans.isNotEmpty()) { writer.field("plans"); writer.map(plans) { writer.value(it) } }
        if (percentage != null) { writer.field("percentage"); writer.value(percentage) }
        if (on) { writer.field("on"); writer.value(on) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is FlagRules &&
        forced == other.forced &&
        alike(startsAt, other.startsAt) &&
        alike(endsAt, other.endsAt) &&
        roles == other.roles &&
        plans == other.plans &&
        alike(percentage, other.percentage) &&
        on == other.on &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(forced, startsAt, endsAt, roles, plans, percentage, on, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var forced: Boolean? = null
        private var startsAt: Instant? = null
        private var endsAt: Instant? = null
        private var roles: Map<String, Boolean>? = null
        private var plans: Map<String, Boolean>? = null
        private var percentage: BigDecimal? = null
        private var on: Boolean? = null

        /** See [FlagRules.forced]. */
        public fun forced(forced: Boolean?): Builder = apply { this.forced = forced }

        /** See [FlagRules.startsAt]. */
        public fun startsAt(startsAt: Instant?): Builder = apply { this.startsAt = startsAt }

        /** See [FlagRules.endsAt]. */
        public fun endsAt(endsAt: Instant?): Builder = apply { this.endsAt = endsAt }

        /** See [FlagRules.roles]. */
        public fun roles(roles: Map<String, Boolean>): Builder = apply { this.roles = roles }

        /** See [FlagRules.plans]. */
        public fun plans(plans: Map<String, Boolean>): Builder = apply { this.plans = plans }

        /** See [FlagRules.percentage]. */
        public fun percentage(percentage: BigDecimal?): Builder = apply { this.percentage = percentage }

        /** See [FlagRules.on]. */
        public fun on(on: Boolean): Builder = apply { this.on = on }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): FlagRules = FlagRules(
            forced,
            startsAt,
            endsAt,
            roles ?: emptyMap(),
            plans ?: emptyMap(),
            percentage,
            on ?: false,
        )
    }

    public companion object : Wire<FlagRules>("FlagRules") {
        public fun serializer(): KSerializer<FlagRules> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): FlagRules {
            var forced: Boolean? = null
            var startsAt: Instant? = null
            var endsAt: Instant? = null
            var roles: Map<String, Boolean>? = null
            var plans: Map<String, Boolean>? = null
            var percentage: BigDecimal? = null
            var on: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("forced")) forced = reader.orNull { reader.flag() }
                else if (reader.isAt("starts_at")) startsAt = reader.orNull { reader.instant() }
                else if (reader.isAt("ends_at")) endsAt = reader.orNull { reader.instant() }
                else if (reader.isAt("roles")) roles = reader.orNull { reader.map { reader.flag() } }
                else if (reader.isAt("plans")) plans = reader.orNull { reader.map { reader.flag() } }
                else if (reader.isAt("percentage")) percentage = reader.orNull { reader.decimal() }
                else if (reader.isAt("on")) on = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FlagRules(
                forced,
                startsAt,
                endsAt,
                roles ?: emptyMap(),
                plans ?: emptyMap(),
                percentage,
                on ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How many failures lock, and for how long. */
@Serializable(with = LockoutRule.Companion::class)
public data class LockoutRule(
    /** What it is known by; one of a shipped rule takes its place. */
    public val name: String,
    /** So many lock. */
    public val failures: Int,
    /** Within so many seconds. */
    public val withinSeconds: Int,
    /** For so many seconds. */
    public val lockSeconds: Int,
    /** Each further lock is longer by this factor. */
    public val growth: Int = 1,
    /** And never longer than so many seconds; a day, or the first lock when that is longer, when not given. */
    public val maxLockSeconds: Int? = null,
    /** So many seconds after a lock it is as if there had been none. */
    public val forgetSeconds: Int = 86400,
    /** Whether only failures of different things count: tokens of five tenants. */
    public val distinct: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("failures"); writer.value(failures)
        writer.field("within_seconds"); writer.value(withinSeconds)
        writer.field("lock_seconds"); writer.value(lockSeconds)
        writer.field("growth"); writer.value(growth)
        if (maxLockSeconds != null) { writer.field("max_lock_seconds"); writer.value(maxLockSeconds) }
        writer.field("forget_seconds"); writer.value(forgetSeconds)
        if (distinct) { writer.field("distinct"); writer.value(distinct) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var failures: Int? = null
        private var withinSeconds: Int? = null
        private var lockSeconds: Int? = null
        private var growth: Int? = null
        private var maxLockSeconds: Int? = null
        private var forgetSeconds: Int? = null
        private var distinct: Boolean? = null

        /** See [LockoutRule.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [LockoutRule.failures]. */
        public fun failures(failures: Int): Builder = apply { this.failures = failures }

        /** See [LockoutRule.withinSeconds]. */
        public fun withinSeconds(withinSeconds: Int): Builder = apply { this.withinSeconds = withinSeconds }

        /** See [LockoutRule.lockSeconds]. */
        public fun lockSeconds(lockSeconds: Int): Builder = apply { this.lockSeconds = lockSeconds }

        /** See [LockoutRule.growth]. */
        public fun growth(growth: Int): Builder = apply { this.growth = growth }

        /** See [LockoutRule.maxLockSeconds]. */
        public fun maxLockSeconds(maxLockSeconds: Int?): Builder = apply { this.maxLockSeconds = maxLockSeconds }

        /** See [LockoutRule.forgetSeconds]. */
        public fun forgetSeconds(forgetSeconds: Int): Builder = apply { this.forgetSeconds = forgetSeconds }

        /** See [LockoutRule.distinct]. */
        public fun distinct(distinct: Boolean): Builder = apply { this.distinct = distinct }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): LockoutRule = LockoutRule(
            checkNotNull(name) { "`name` of LockoutRule is not set" },
            checkNotNull(failures) { "`failures` of LockoutRule is not set" },
            checkNotNull(withinSeconds) { "`withinSeconds` of LockoutRule is not set" },
            checkNotNull(lockSeconds) { "`lockSeconds` of LockoutRule is not set" },
            growth ?: 1,
            maxLockSeconds,
            forgetSeconds ?: 86400,
            distinct ?: false,
        )
    }

    public companion object : Wire<LockoutRule>("LockoutRule") {
        public fun serializer(): KSerializer<LockoutRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): LockoutRule {
            var name: String? = null
            var failures: Int? = null
            var withinSeconds: Int? = null
            var lockSeconds: Int? = null
            var growth: Int? = null
            var maxLockSeconds: Int? = null
            var forgetSeconds: Int? = null
            var distinct: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("failures")) failures = reader.orNull { reader.whole() }
                else if (reader.isAt("within_seconds")) withinSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("lock_seconds")) lockSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("growth")) growth = reader.orNull { reader.whole() }
                else if (reader.isAt("max_lock_seconds")) maxLockSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("forget_seconds")) forgetSeconds = reader.orNull { reader.whole() }
                else if (reader.isAt("distinct")) distinct = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return LockoutRule(
                name ?: throw reader.missing("name"),
                failures ?: throw reader.missing("failures"),
                withinSeconds ?: throw reader.missing("within_seconds"),
                lockSeconds ?: throw reader.missing("lock_seconds"),
                growth ?: 1,
                maxLockSeconds,
                forgetSeconds ?: 86400,
                distinct ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Addresses that pass, or do not. */
@Serializable(with = AddressRule.Companion::class)
public data class AddressRule(
    /** An address, or a range such as `10.1.0.0/16` or `2001:db8::/32`. */
    public val range: String,
    /** Whether they pass. */
    public val effect: AddressEffect,
    /** Until when it holds; always when not given. */
    public val expiresAt: Instant? = null,
    /** Why. */
    public val reason: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("range"); writer.value(range)
        writer.field("effect"); effect.write(writer)
        if (expiresAt != null) { writer.field("expires_at"); writer.value(expiresAt) }
        if (reason != null) { writer.field("reason"); writer.value(reason) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is AddressRule &&
        range == other.range &&
        effect == other.effect &&
        alike(expiresAt, other.expiresAt) &&
        reason == other.reason &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(range, effect, expiresAt, reason, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var range: String? = null
        private var effect: AddressEffect? = null
        private var expiresAt: Instant? = null
        private var reason: String? = null

        /** See [AddressRule.range]. */
        public fun range(range: String): Builder = apply { this.range = range }

        /** See [AddressRule.effect]. */
        public fun effect(effect: AddressEffect): Builder = apply { this.effect = effect }

        /** See [AddressRule.expiresAt]. */
        public fun expiresAt(expiresAt: Instant?): Builder = apply { this.expiresAt = expiresAt }

        /** See [AddressRule.reason]. */
        public fun reason(reason: String?): Builder = apply { this.reason = reason }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AddressRule = AddressRule(
            checkNotNull(range) { "`range` of AddressRule is not set" },
            checkNotNull(effect) { "`effect` of AddressRule is not set" },
            expiresAt,
            reason,
        )
    }

    public companion object : Wire<AddressRule>("AddressRule") {
        public fun serializer(): KSerializer<AddressRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AddressRule {
            var range: String? = null
            var effect: AddressEffect? = null
            var expiresAt: Instant? = null
            var reason: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("range")) range = reader.orNull { reader.text() }
                else if (reader.isAt("effect")) effect = reader.orNull { AddressEffect.read(reader) }
                else if (reader.isAt("expires_at")) expiresAt = reader.orNull { reader.instant() }
                else if (reader.isAt("reason")) reason = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AddressRule(
                range ?: throw reader.missing("range"),
                effect ?: throw reader.missing("effect"),
                expiresAt,
                reason,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What becomes of an address. */
@Serializable(with = AddressEffect.Companion::class)
public class AddressEffect private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<AddressEffect>("AddressEffect") {
        public fun serializer(): KSerializer<AddressEffect> = this

        /** It is refused. */
        @JvmField public val BLOCK: AddressEffect = AddressEffect("block")

        /** It passes. */
        @JvmField public val ALLOW: AddressEffect = AddressEffect("allow")

        override val entries: List<AddressEffect> = listOf(
            BLOCK,
            ALLOW,
        )

        internal override fun unknown(wire: String): AddressEffect = AddressEffect(wire)
    }
}

/** A tenant's policies, and the facts they are about. */
@Serializable(with = Policies.Companion::class)
public data class Policies(
    /** What is known of a change, each with its type. */
    public val facts: Map<String, String> = emptyMap(),
    /** The policies. */
    public val rules: List<Policy>? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (facts.isNotEmpty()) { writer.field("facts"); writer.map(facts) { writer.value(it) } }
        if (rules != null) { writer.field("rules"); writer.list(rules) { it.write(writer) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var facts: Map<String, String>? = null
        private var rules: List<Policy>? = null

        /** See [Policies.facts]. */
        public fun facts(facts: Map<String, String>): Builder = apply { this.facts = facts }

        /** See [Policies.rules]. */
        public fun rules(rules: List<Policy>?): Builder = apply { this.rules = rules }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Policies = Policies(
            facts ?: emptyMap(),
            rules,
        )
    }

    public companion object : Wire<Policies>("Policies") {
        public fun serializer(): KSerializer<Policies> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Policies {
            var facts: Map<String, String>? = null
            var rules: List<Policy>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.text() } }
                else if (reader.isAt("rules")) rules = reader.orNull { reader.list { Policy.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Policies(
                facts ?: emptyMap(),
                rules,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** One policy. */
@Serializable(with = Policy.Companion::class)
public data class Policy(
    /** What it is known by. */
    public val id: String,
    /** What it is about. */
    public val kind: PolicyKind,
    /** What must be true, such as `storage_gb <= 500`. */
    public val condition: String,
    /** What follows when it is not. */
    public val effect: PolicyEffect,
    /** What is said when it is not. */
    public val message: String,
    /** The figure that is shown: a fact such as `storage_gb`, or what is computed of them. */
    public val figure: String? = null,
    /** The limit that is shown beside it, such as `500` or `plan_storage_gb`. */
    public val limit: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("kind"); kind.write(writer)
        writer.field("condition"); writer.value(condition)
        writer.field("effect"); effect.write(writer)
        writer.field("message"); writer.value(message)
        if (figure != null) { writer.field("figure"); writer.value(figure) }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var kind: PolicyKind? = null
        private var condition: String? = null
        private var effect: PolicyEffect? = null
        private var message: String? = null
        private var figure: String? = null
        private var limit: String? = null

        /** See [Policy.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [Policy.kind]. */
        public fun kind(kind: PolicyKind): Builder = apply { this.kind = kind }

        /** See [Policy.condition]. */
        public fun condition(condition: String): Builder = apply { this.condition = condition }

        /** See [Policy.effect]. */
        public fun effect(effect: PolicyEffect): Builder = apply { this.effect = effect }

        /** See [Policy.message]. */
        public fun message(message: String): Builder = apply { this.message = message }

        /** See [Policy.figure]. */
        public fun figure(figure: String?): Builder = apply { this.figure = figure }

        /** See [Policy.limit]. */
        public fun limit(limit: String?): Builder = apply { this.limit = limit }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Policy = Policy(
            checkNotNull(id) { "`id` of Policy is not set" },
            checkNotNull(kind) { "`kind` of Policy is not set" },
            checkNotNull(condition) { "`condition` of Policy is not set" },
            checkNotNull(effect) { "`effect` of Policy is not set" },
            checkNotNull(message) { "`message` of Policy is not set" },
            figure,
            limit,
        )
    }

    public companion object : Wire<Policy>("Policy") {
        public fun serializer(): KSerializer<Policy> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Policy {
            var id: String? = null
            var kind: PolicyKind? = null
            var condition: String? = null
            var effect: PolicyEffect? = null
            var message: String? = null
            var figure: String? = null
            var limit: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { PolicyKind.read(reader) }
                else if (reader.isAt("condition")) condition = reader.orNull { reader.text() }
                else if (reader.isAt("effect")) effect = reader.orNull { PolicyEffect.read(reader) }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else if (reader.isAt("figure")) figure = reader.orNull { reader.text() }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Policy(
                id ?: throw reader.missing("id"),
                kind ?: throw reader.missing("kind"),
                condition ?: throw reader.missing("condition"),
                effect ?: throw reader.missing("effect"),
                message ?: throw reader.missing("message"),
                figure,
                limit,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What may be spent in a month of the tenant's zone. */
@Serializable(with = Budget.Companion::class)
public data class Budget(
    /** What it is known by. */
    public val id: String,
    /** How much. */
    public val amount: Money,
    /** At which percentages of it somebody is told. */
    public val thresholds: List<Int>? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("amount"); amount.write(writer)
        if (thresholds != null) { writer.field("thresholds"); writer.list(thresholds) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var id: String? = null
        private var amount: Money? = null
        private var thresholds: List<Int>? = null

        /** See [Budget.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [Budget.amount]. */
        public fun amount(amount: Money): Builder = apply { this.amount = amount }

        /** See [Budget.thresholds]. */
        public fun thresholds(thresholds: List<Int>?): Builder = apply { this.thresholds = thresholds }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Budget = Budget(
            checkNotNull(id) { "`id` of Budget is not set" },
            checkNotNull(amount) { "`amount` of Budget is not set" },
            thresholds,
        )
    }

    public companion object : Wire<Budget>("Budget") {
        public fun serializer(): KSerializer<Budget> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Budget {
            var id: String? = null
            var amount: Money? = null
            var thresholds: List<Int>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("amount")) amount = reader.orNull { Money.read(reader) }
                else if (reader.isAt("thresholds")) thresholds = reader.orNull { reader.list { reader.whole() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Budget(
                id ?: throw reader.missing("id"),
                amount ?: throw reader.missing("amount"),
                thresholds,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** The fields and tags that a tenant adds to one kind of thing. */
@Serializable(with = EntityFields.Companion::class)
public data class EntityFields(
    /** The fields, in the order of the form. */
    public val fields: List<CustomField>? = null,
    /** What becomes of values of a field that is not, or no longer, defined. */
    public val unknown: UnknownFields = UnknownFields.REFUSE,
    /** How many tags one thing may have. */
    public val maxTags: Int = 20,
    /** How many characters a tag may have. */
    public val maxTagLength: Int = 50,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (fields != null) { writer.field("fields"); writer.list(fields) { it.write(writer) } }
        writer.field("unknown"); unknown.write(writer)
        writer.field("max_tags"); writer.value(maxTags)
        writer.field("max_tag_length"); writer.value(maxTagLength)
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var fields: List<CustomField>? = null
        private var unknown: UnknownFields? = null
        private var maxTags: Int? = null
        private var maxTagLength: Int? = null

        /** See [EntityFields.fields]. */
        public fun fields(fields: List<CustomField>?): Builder = apply { this.fields = fields }

        /** See [EntityFields.unknown]. */
        public fun unknown(unknown: UnknownFields): Builder = apply { this.unknown = unknown }

        /** See [EntityFields.maxTags]. */
        public fun maxTags(maxTags: Int): Builder = apply { this.maxTags = maxTags }

        /** See [EntityFields.maxTagLength]. */
        public fun maxTagLength(maxTagLength: Int): Builder = apply { this.maxTagLength = maxTagLength }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): EntityFields = EntityFields(
            fields,
            unknown ?: UnknownFields.REFUSE,
            maxTags ?: 20,
            maxTagLength ?: 50,
        )
    }

    public companion object : Wire<EntityFields>("EntityFields") {
        public fun serializer(): KSerializer<EntityFields> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): EntityFields {
            var fields: List<CustomField>? = null
            var unknown: UnknownFields? = null
            var maxTags: Int? = null
            var maxTagLength: Int? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fields")) fields = reader.orNull { reader.list { CustomField.read(reader) } }
                else if (reader.isAt("unknown")) unknown = reader.orNull { UnknownFields.read(reader) }
                else if (reader.isAt("max_tags")) maxTags = reader.orNull { reader.whole() }
                else if (reader.isAt("max_tag_length")) maxTagLength = reader.orNull { reader.whole() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return EntityFields(
                fields,
                unknown ?: UnknownFields.REFUSE,
                maxTags ?: 20,
                maxTagLength ?: 50,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A field that a tenant adds. */
@Serializable(with = CustomField.Companion::class)
public data class CustomField(
    /** What it is called in values and checks: letters, digits and `_`. */
    public val name: String,
    /** What it takes. */
    public val kind: CustomFieldKind,
    /** Whether it must be given. */
    public val required: Boolean = false,
    /** Whether no two things may have the same value. */
    public val unique: Boolean = false,
    /** The fewest characters of a text. */
    public val minLength: Int? = null,
    /** The most characters of a text; 1,000 when not given. */
    public val maxLength: Int? = null,
    /** The least number. */
    public val min: BigDecimal? = null,
    /** The greatest number. */
    public val max: BigDecimal? = null,
    /** The first day that a date may be. */
    public val first: LocalDate? = null,
    /** The last day that a date may be. */
    public val last: LocalDate? = null,
    /** What a choice is among. */
    public val choices: List<String> = emptyList(),
    /** What kind of thing a reference is to. */
    public val entity: String? = null,
    /** What must be true when all fields it names have values, such as `mileage_out >= mileage_in`. */
    public val check: String? = null,
    /** What is said when the check does not hold. */
    public val message: String? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        writer.field("kind"); kind.write(writer)
        if (required) { writer.field("required"); writer.value(required) }
        if (unique) { writer.field("unique"); writer.value(unique) }
        if (minLength != null) { writer.field("min_length"); writer.value(minLength) }
        if (maxLength != null) { writer.field("max_length"); writer.value(maxLength) }
        if (min != null) { writer.field("min"); writer.value(min) }
        if (max != null) { writer.field("max"); writer.value(max) }
        if (first != null) { writer.field("first"); writer.value(first) }
        if (last != null) { writer.field("last"); writer.value(last) }
        if (choices.isNotEmpty()) { writer.field("choices"); writer.list(choices) { writer.value(it) } }
        if (entity != null) { writer.field("entity"); writer.value(entity) }
        if (check != null) { writer.field("check"); writer.value(check) }
        if (message != null) { writer.field("message"); writer.value(message) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is CustomField &&
        name == other.name &&
        kind == other.kind &&
        required == other.required &&
        unique == other.unique &&
        minLength == other.minLength &&
        maxLength == other.maxLength &&
        alike(min, other.min) &&
        alike(max, other.max) &&
        first == other.first &&
        last == other.last &&
        choices == other.choices &&
        entity == other.entity &&
        check == other.check &&
        message == other.message &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(name, kind, required, unique, minLength, maxLength, min, max, first, last, choices, entity, check, message, unknownFields)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var kind: CustomFieldKind? = null
        private var required: Boolean? = null
        private var unique: Boolean? = null
        private var minLength: Int? = null
        private var maxLength: Int? = null
        private var min: BigDecimal? = null
        private var max: BigDecimal? = null
        private var first: LocalDate? = null
        private var last: LocalDate? = null
        private var choices: List<String>? = null
        private var entity: String? = null
        private var check: String? = null
        private var message: String? = null

        /** See [CustomField.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [CustomField.kind]. */
        public fun kind(kind: CustomFieldKind): Builder = apply { this.kind = kind }

        /** See [CustomField.required]. */
        public fun required(required: Boolean): Builder = apply { this.required = required }

        /** See [CustomField.unique]. */
        public fun unique(unique: Boolean): Builder = apply { this.unique = unique }

        /** See [CustomField.minLength]. */
        public fun minLength(minLength: Int?): Builder = apply { this.minLength = minLength }

        /** See [CustomField.maxLength]. */
        public fun maxLength(maxLength: Int?): Builder = apply { this.maxLength = maxLength }

        /** See [CustomField.min]. */
        public fun min(min: BigDecimal?): Builder = apply { this.min = min }

        /** See [CustomField.max]. */
        public fun max(max: BigDecimal?): Builder = apply { this.max = max }

        /** See [CustomField.first]. */
        public fun first(first: LocalDate?): Builder = apply { this.first = first }

        /** See [CustomField.last]. */
        public fun last(last: LocalDate?): Builder = apply { this.last = last }

        /** See [CustomField.choices]. */
        public fun choices(choices: List<String>): Builder = apply { this.choices = choices }

        /** See [CustomField.entity]. */
        public fun entity(entity: String?): Builder = apply { this.entity = entity }

        /** See [CustomField.check]. */
        public fun check(check: String?): Builder = apply { this.check = check }

        /** See [CustomField.message]. */
        public fun message(message: String?): Builder = apply { this.message = message }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CustomField = CustomField(
            checkNotNull(name) { "`name` of CustomField is not set" },
            checkNotNull(kind) { "`kind` of CustomField is not set" },
            required ?: false,
            unique ?: false,
            minLength,
            maxLength,
            min,
            max,
            first,
            last,
            choices ?: emptyList(),
            entity,
            check,
            message,
        )
    }

    public companion object : Wire<CustomField>("CustomField") {
        public fun serializer(): KSerializer<CustomField> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CustomField {
            var name: String? = null
            var kind: CustomFieldKind? = null
            var required: Boolean? = null
            var unique: Boolean? = null
            var minLength: Int? = null
            var maxLength: Int? = null
            var min: BigDecimal? = null
            var max: BigDecimal? = null
            var first: LocalDate? = null
            var last: LocalDate? = null
            var choices: List<String>? = null
            var entity: String? = null
            var check: String? = null
            var message: String? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { CustomFieldKind.read(reader) }
                else if (reader.isAt("required")) required = reader.orNull { reader.flag() }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.flag() }
                else if (reader.isAt("min_length")) minLength = reader.orNull { reader.whole() }
                else if (reader.isAt("max_length")) maxLength = reader.orNull { reader.whole() }
                else if (reader.isAt("min")) min = reader.orNull { reader.decimal() }
                else if (reader.isAt("max")) max = reader.orNull { reader.decimal() }
                else if (reader.isAt("first")) first = reader.orNull { reader.day() }
                else if (reader.isAt("last")) last = reader.orNull { reader.day() }
                else if (reader.isAt("choices")) choices = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("check")) check = reader.orNull { reader.text() }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CustomField(
                name ?: throw reader.missing("name"),
                kind ?: throw reader.missing("kind"),
                required ?: false,
                unique ?: false,
                minLength,
                maxLength,
                min,
                max,
                first,
                last,
                choices ?: emptyList(),
                entity,
                check,
                message,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What a field takes. */
@Serializable(with = CustomFieldKind.Companion::class)
public class CustomFieldKind private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<CustomFieldKind>("CustomFieldKind") {
        public fun serializer(): KSerializer<CustomFieldKind> = this

        /** Text. */
        @JvmField public val TEXT: CustomFieldKind = CustomFieldKind("text")

        /** An exact number. */
        @JvmField public val NUMBER: CustomFieldKind = CustomFieldKind("number")

        /** A day. */
        @JvmField public val DATE: CustomFieldKind = CustomFieldKind("date")

        /** One of several texts. */
        @JvmField public val CHOICE: CustomFieldKind = CustomFieldKind("choice")

        /** True or false. */
        @JvmField public val YES_NO: CustomFieldKind = CustomFieldKind("yes_no")

        /** The id of another thing. */
        @JvmField public val REFERENCE: CustomFieldKind = CustomFieldKind("reference")

        override val entries: List<CustomFieldKind> = listOf(
            TEXT,
            NUMBER,
            DATE,
            CHOICE,
            YES_NO,
            REFERENCE,
        )

        internal override fun unknown(wire: String): CustomFieldKind = CustomFieldKind(wire)
    }
}

/** What becomes of values of a field that is not, or no longer, defined. */
@Serializable(with = UnknownFields.Companion::class)
public class UnknownFields private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<UnknownFields>("UnknownFields") {
        public fun serializer(): KSerializer<UnknownFields> = this

        /** They are a fault. */
        @JvmField public val REFUSE: UnknownFields = UnknownFields("refuse")

        /** They are kept as they are, apart from the others. */
        @JvmField public val ARCHIVE: UnknownFields = UnknownFields("archive")

        override val entries: List<UnknownFields> = listOf(
            REFUSE,
            ARCHIVE,
        )

        internal override fun unknown(wire: String): UnknownFields = UnknownFields(wire)
    }
}

/** Where things say something about people, how long they are kept, and what people are asked to agree to. */
@Serializable(with = Privacy.Companion::class)
public data class Privacy(
    /** The kinds of things that are about people. */
    public val entities: Map<String, PrivateEntity> = emptyMap(),
    /** How long each class of things is kept. */
    public val retention: List<RetentionRule>? = null,
    /** What people are asked to agree to, such as `newsletter`. */
    public val purposes: List<String>? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        if (entities.isNotEmpty()) { writer.field("entities"); writer.map(entities) { it.write(writer) } }
        if (retention != null) { writer.field("retention"); writer.list(retention) { it.write(writer) } }
        if (purposes != null) { writer.field("purposes"); writer.list(purposes) { writer.value(it) } }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var entities: Map<String, PrivateEntity>? = null
        private var retention: List<RetentionRule>? = null
        private var purposes: List<String>? = null

        /** See [Privacy.entities]. */
        public fun entities(entities: Map<String, PrivateEntity>): Builder = apply { this.entities = entities }

        /** See [Privacy.retention]. */
        public fun retention(retention: List<RetentionRule>?): Builder = apply { this.retention = retention }

        /** See [Privacy.purposes]. */
        public fun purposes(purposes: List<String>?): Builder = apply { this.purposes = purposes }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): Privacy = Privacy(
            entities ?: emptyMap(),
            retention,
            purposes,
        )
    }

    public companion object : Wire<Privacy>("Privacy") {
        public fun serializer(): KSerializer<Privacy> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): Privacy {
            var entities: Map<String, PrivateEntity>? = null
            var retention: List<RetentionRule>? = null
            var purposes: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("entities")) entities = reader.orNull { reader.map { PrivateEntity.read(reader) } }
                else if (reader.isAt("retention")) retention = reader.orNull { reader.list { RetentionRule.read(reader) } }
                else if (reader.isAt("purposes")) purposes = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return Privacy(
                entities ?: emptyMap(),
                retention,
                purposes,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A kind of thing that is about people. */
@Serializable(with = PrivateEntity.Companion::class)
public data class PrivateEntity @JvmOverloads constructor(
    /** Where the ids of the people stand: JSON pointers such as `/customer` or, for each entry of a list, `/guests/&#42;/id`. */
    public val people: List<String>,
    /** Which fields say something about them. */
    public val fields: List<PrivateField>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("people"); writer.list(people) { writer.value(it) }
        writer.field("fields"); writer.list(fields) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PrivateEntity>("PrivateEntity") {
        public fun serializer(): KSerializer<PrivateEntity> = this

        override fun read(reader: WireReader): PrivateEntity {
            var people: List<String>? = null
            var fields: List<PrivateField>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("people")) people = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.list { PrivateField.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PrivateEntity(
                people ?: throw reader.missing("people"),
                fields ?: throw reader.missing("fields"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A field that says something about a person. */
@Serializable(with = PrivateField.Companion::class)
public data class PrivateField(
    /** Where: a JSON pointer, in which one step may be `*` for each entry of a list. */
    public val path: String,
    /** Whether it is sensitive: health, faith, papers. It is given out only when asked for. */
    public val sensitive: Boolean = false,
    /** What becomes of it when it is made nameless. */
    public val anonymise: Anonymising = Anonymising.PSEUDONYM,
    /** Whether no two things have the same in it: then its stars are followed by the id of the thing. */
    public val unique: Boolean = false,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("path"); writer.value(path)
        if (sensitive) { writer.field("sensitive"); writer.value(sensitive) }
        writer.field("anonymise"); anonymise.write(writer)
        if (unique) { writer.field("unique"); writer.value(unique) }
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var path: String? = null
        private var sensitive: Boolean? = null
        private var anonymise: Anonymising? = null
        private var unique: Boolean? = null

        /** See [PrivateField.path]. */
        public fun path(path: String): Builder = apply { this.path = path }

        /** See [PrivateField.sensitive]. */
        public fun sensitive(sensitive: Boolean): Builder = apply { this.sensitive = sensitive }

        /** See [PrivateField.anonymise]. */
        public fun anonymise(anonymise: Anonymising): Builder = apply { this.anonymise = anonymise }

        /** See [PrivateField.unique]. */
        public fun unique(unique: Boolean): Builder = apply { this.unique = unique }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): PrivateField = PrivateField(
            checkNotNull(path) { "`path` of PrivateField is not set" },
            sensitive ?: false,
            anonymise ?: Anonymising.PSEUDONYM,
            unique ?: false,
        )
    }

    public companion object : Wire<PrivateField>("PrivateField") {
        public fun serializer(): KSerializer<PrivateField> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): PrivateField {
            var path: String? = null
            var sensitive: Boolean? = null
            var anonymise: Anonymising? = null
            var unique: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("path")) path = reader.orNull { reader.text() }
                else if (reader.isAt("sensitive")) sensitive = reader.orNull { reader.flag() }
                else if (reader.isAt("anonymise")) anonymise = reader.orNull { Anonymising.read(reader) }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PrivateField(
                path ?: throw reader.missing("path"),
                sensitive ?: false,
                anonymise ?: Anonymising.PSEUDONYM,
                unique ?: false,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** How long one class of things is kept. */
@Serializable(with = RetentionRule.Companion::class)
public data class RetentionRule(
    /** Of which class. */
    public val `class`: String,
    /** For so many months. */
    public val keepMonths: Int = 0,
    /** And so many days. */
    public val keepDays: Int = 0,
    /** What is done then. */
    public val action: RetentionAction,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("class"); writer.value(`class`)
        writer.field("keep_months"); writer.value(keepMonths)
        writer.field("keep_days"); writer.value(keepDays)
        writer.field("action"); action.write(writer)
        writer.fields(unknownFields)
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var `class`: String? = null
        private var keepMonths: Int? = null
        private var keepDays: Int? = null
        private var action: RetentionAction? = null

        /** See [RetentionRule.class]. */
        public fun `class`(`class`: String): Builder = apply { this.`class` = `class` }

        /** See [RetentionRule.keepMonths]. */
        public fun keepMonths(keepMonths: Int): Builder = apply { this.keepMonths = keepMonths }

        /** See [RetentionRule.keepDays]. */
        public fun keepDays(keepDays: Int): Builder = apply { this.keepDays = keepDays }

        /** See [RetentionRule.action]. */
        public fun action(action: RetentionAction): Builder = apply { this.action = action }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): RetentionRule = RetentionRule(
            checkNotNull(`class`) { "`class` of RetentionRule is not set" },
            keepMonths ?: 0,
            keepDays ?: 0,
            checkNotNull(action) { "`action` of RetentionRule is not set" },
        )
    }

    public companion object : Wire<RetentionRule>("RetentionRule") {
        public fun serializer(): KSerializer<RetentionRule> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): RetentionRule {
            var `class`: String? = null
            var keepMonths: Int? = null
            var keepDays: Int? = null
            var action: RetentionAction? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("class")) `class` = reader.orNull { reader.text() }
                else if (reader.isAt("keep_months")) keepMonths = reader.orNull { reader.whole() }
                else if (reader.isAt("keep_days")) keepDays = reader.orNull { reader.whole() }
                else if (reader.isAt("action")) action = reader.orNull { RetentionAction.read(reader) }
                else unknownFields = reader.unknown(unknownFields)
            }
            return RetentionRule(
                `class` ?: throw reader.missing("class"),
                keepMonths ?: 0,
                keepDays ?: 0,
                action ?: throw reader.missing("action"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What would a name be in an address? */
@Serializable(with = SlugRequest.Companion::class)
public data class SlugRequest(
    /** The name, such as `Café Zürich`. */
    public val name: String,
    /** Slugs that others have, or had: an old one leads to the new one. */
    public val taken: List<String> = emptyList(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("name"); writer.value(name)
        if (taken.isNotEmpty()) { writer.field("taken"); writer.list(taken) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var taken: List<String>? = null

        /** See [SlugRequest.name]. */
        public fun name(name: String): Builder = apply { this.name = name }

        /** See [SlugRequest.taken]. */
        public fun taken(taken: List<String>): Builder = apply { this.taken = taken }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): SlugRequest = SlugRequest(
            checkNotNull(name) { "`name` of SlugRequest is not set" },
            taken ?: emptyList(),
        )
    }

    public companion object : Wire<SlugRequest>("SlugRequest") {
        public fun serializer(): KSerializer<SlugRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): SlugRequest {
            var name: String? = null
            var taken: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("taken")) taken = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return SlugRequest(
                name ?: throw reader.missing("name"),
                taken ?: emptyList(),
            )
        }
    }
}

/** A tenant's settings are asked for. */
@Serializable(with = SettingsRequest.Companion::class)
public data class SettingsRequest(
    /** On behalf of whom. */
    public val tenant: String,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.close()
    }

    public companion object : Wire<SettingsRequest>("SettingsRequest") {
        public fun serializer(): KSerializer<SettingsRequest> = this

        override fun read(reader: WireReader): SettingsRequest {
            var tenant: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return SettingsRequest(
                tenant ?: throw reader.missing("tenant"),
            )
        }
    }
}

/** How does a tenant stand? */
@Serializable(with = StandingRequest.Companion::class)
public data class StandingRequest(
    /** On behalf of whom. */
    public val tenant: String,
    /** The present moment. */
    public val now: Instant,
    /** The status that it is to have from now on; refused when it may not. */
    public val becomes: TenantStatus? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.field("now"); writer.value(now)
        if (becomes != null) { writer.field("becomes"); becomes.write(writer) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is StandingRequest &&
        tenant == other.tenant &&
        alike(now, other.now) &&
        becomes == other.becomes

    override fun hashCode(): Int = hashed(tenant, now, becomes)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var tenant: String? = null
        private var now: Instant? = null
        private var becomes: TenantStatus? = null

        /** See [StandingRequest.tenant]. */
        public fun tenant(tenant: String): Builder = apply { this.tenant = tenant }

        /** See [StandingRequest.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [StandingRequest.becomes]. */
        public fun becomes(becomes: TenantStatus?): Builder = apply { this.becomes = becomes }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): StandingRequest = StandingRequest(
            checkNotNull(tenant) { "`tenant` of StandingRequest is not set" },
            checkNotNull(now) { "`now` of StandingRequest is not set" },
            becomes,
        )
    }

    public companion object : Wire<StandingRequest>("StandingRequest") {
        public fun serializer(): KSerializer<StandingRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): StandingRequest {
            var tenant: String? = null
            var now: Instant? = null
            var becomes: TenantStatus? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("becomes")) becomes = reader.orNull { TenantStatus.read(reader) }
                else throw reader.unknown()
            }
            return StandingRequest(
                tenant ?: throw reader.missing("tenant"),
                now ?: throw reader.missing("now"),
                becomes,
            )
        }
    }
}

/** How a tenant stands, and what that allows. */
@Serializable(with = TenantStanding.Companion::class)
public data class TenantStanding(
    /** Its status. */
    public val status: TenantStatus,
    /** Since when, to be kept with the status. */
    public val since: Instant? = null,
    /** Whether its people may log in. */
    public val logIn: Boolean,
    /** Whether they may read. */
    public val reads: Boolean,
    /** Whether they may write. */
    public val writes: Boolean,
    /** While it is deleted: the moment until which it can be restored. */
    public val restoreUntil: Instant? = null,
    /** While it is deleted: the moment from which on what it has is erased, the same one. */
    public val purgeAt: Instant? = null,
    /** The status that it may have next, as of now. */
    public val next: List<TenantStatus>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("status"); status.write(writer)
        if (since != null) { writer.field("since"); writer.value(since) }
        writer.field("log_in"); writer.value(logIn)
        writer.field("reads"); writer.value(reads)
        writer.field("writes"); writer.value(writes)
        if (restoreUntil != null) { writer.field("restore_until"); writer.value(restoreUntil) }
        if (purgeAt != null) { writer.field("purge_at"); writer.value(purgeAt) }
        writer.field("next"); writer.list(next) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is TenantStanding &&
        status == other.status &&
        alike(since, other.since) &&
        logIn == other.logIn &&
        reads == other.reads &&
        writes == other.writes &&
        alike(restoreUntil, other.restoreUntil) &&
        alike(purgeAt, other.purgeAt) &&
        next == other.next &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(status, since, logIn, reads, writes, restoreUntil, purgeAt, next, unknownFields)

    public companion object : Wire<TenantStanding>("TenantStanding") {
        public fun serializer(): KSerializer<TenantStanding> = this

        override fun read(reader: WireReader): TenantStanding {
            var status: TenantStatus? = null
            var since: Instant? = null
            var logIn: Boolean? = null
            var reads: Boolean? = null
            var writes: Boolean? = null
            var restoreUntil: Instant? = null
            var purgeAt: Instant? = null
            var next: List<TenantStatus>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("status")) status = reader.orNull { TenantStatus.read(reader) }
                else if (reader.isAt("since")) since = reader.orNull { reader.instant() }
                else if (reader.isAt("log_in")) logIn = reader.orNull { reader.flag() }
                else if (reader.isAt("reads")) reads = reader.orNull { reader.flag() }
                else if (reader.isAt("writes")) writes = reader.orNull { reader.flag() }
                else if (reader.isAt("restore_until")) restoreUntil = reader.orNull { reader.instant() }
                else if (reader.isAt("purge_at")) purgeAt = reader.orNull { reader.instant() }
                else if (reader.isAt("next")) next = reader.orNull { reader.list { TenantStatus.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return TenantStanding(
                status ?: throw reader.missing("status"),
                since,
                logIn ?: throw reader.missing("log_in"),
                reads ?: throw reader.missing("reads"),
                writes ?: throw reader.missing("writes"),
                restoreUntil,
                purgeAt,
                next ?: throw reader.missing("next"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** May somebody do that? */
@Serializable(with = MayRequest.Companion::class)
public data class MayRequest(
    /** Who. */
    public val actor: AccessActor,
    /** The permission that it needs, such as `bookings:write`. */
    public val action: String,
    /** The record it is done with; without one only what holds for every record counts. */
    public val record: AccessRecord? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("actor"); actor.write(writer)
        writer.field("action"); writer.value(action)
        if (record != null) { writer.field("record"); record.write(writer) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var actor: AccessActor? = null
        private var action: String? = null
        private var record: AccessRecord? = null

        /** See [MayRequest.actor]. */
        public fun actor(actor: AccessActor): Builder = apply { this.actor = actor }

        /** See [MayRequest.action]. */
        public fun action(action: String): Builder = apply { this.action = action }

        /** See [MayRequest.record]. */
        public fun record(record: AccessRecord?): Builder = apply { this.record = record }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): MayRequest = MayRequest(
            checkNotNull(actor) { "`actor` of MayRequest is not set" },
            checkNotNull(action) { "`action` of MayRequest is not set" },
            record,
        )
    }

    public companion object : Wire<MayRequest>("MayRequest") {
        public fun serializer(): KSerializer<MayRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): MayRequest {
            var actor: AccessActor? = null
            var action: String? = null
            var record: AccessRecord? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("action")) action = reader.orNull { reader.text() }
                else if (reader.isAt("record")) record = reader.orNull { AccessRecord.read(reader) }
                else throw reader.unknown()
            }
            return MayRequest(
                actor ?: throw reader.missing("actor"),
                action ?: throw reader.missing("action"),
                record,
            )
        }
    }
}

/** Who acts, as whoever let them in knows them: from a token or a session, never from what they ask. */
@Serializable(with = AccessActor.Companion::class)
public data class AccessActor(
    /** Whose they are. */
    public val tenant: String,
    /** Who. */
    public val id: String,
    /** Their roles. */
    public val roles: List<String> = emptyList(),
    /** What they may do with single records. */
    public val grants: List<RecordGrant> = emptyList(),
    /** What they may not do with single records, whatever else allows it. */
    public val denials: List<RecordDenial> = emptyList(),
    /**
     * The most that they may, whatever their roles and grants allow: the scopes of the key by which they come. All of it where they
     * come by none.
     */
    public val scopes: List<String>? = null,
    /** Whether they run the platform: they may do everything, and all of it is audited. */
    public val superAdmin: Boolean = false,
    /** Whether someone who runs the platform acts in a tenant that is not their own; it has to be said. */
    public val acrossTenants: Boolean = false,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.field("id"); writer.value(id)
        if (roles.isNotEmpty()) { writer.field("roles"); writer.list(roles) { writer.value(it) } }
        if (grants.isNotEmpty()) { writer.field("grants"); writer.list(grants) { it.write(writer) } }
        if (denials.isNotEmpty()) { writer.field("denials"); writer.list(denials) { it.write(writer) } }
        if (scopes != null) { writer.field("scopes"); writer.list(scopes) { writer.value(it) } }
        if (superAdmin) { writer.field("super_admin"); writer.value(superAdmin) }
        if (acrossTenants) { writer.field("across_tenants"); writer.value(acrossTenants) }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var tenant: String? = null
        private var id: String? = null
        private var roles: List<String>? = null
        private var grants: List<RecordGrant>? = null
        private var denials: List<RecordDenial>? = null
        private var scopes: List<String>? = null
        private var superAdmin: Boolean? = null
        private var acrossTenants: Boolean? = null

        /** See [AccessActor.tenant]. */
        public fun tenant(tenant: String): Builder = apply { this.tenant = tenant }

        /** See [AccessActor.id]. */
        public fun id(id: String): Builder = apply { this.id = id }

        /** See [AccessActor.roles]. */
        public fun roles(roles: List<String>): Builder = apply { this.roles = roles }

        /** See [AccessActor.grants]. */
        public fun grants(grants: List<RecordGrant>): Builder = apply { this.grants = grants }

        /** See [AccessActor.denials]. */
        public fun denials(denials: List<RecordDenial>): Builder = apply { this.denials = denials }

        /** See [AccessActor.scopes]. */
        public fun scopes(scopes: List<String>?): Builder = apply { this.scopes = scopes }

        /** See [AccessActor.superAdmin]. */
        public fun superAdmin(superAdmin: Boolean): Builder = apply { this.superAdmin = superAdmin }

        /** See [AccessActor.acrossTenants]. */
        public fun acrossTenants(acrossTenants: Boolean): Builder = apply { this.acrossTenants = acrossTenants }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AccessActor = AccessActor(
            checkNotNull(tenant) { "`tenant` of AccessActor is not set" },
            checkNotNull(id) { "`id` of AccessActor is not set" },
            roles ?: emptyList(),
            grants ?: emptyList(),
            denials ?: emptyList(),
            scopes,
            superAdmin ?: false,
            acrossTenants ?: false,
        )
    }

    public companion object : Wire<AccessActor>("AccessActor") {
        public fun serializer(): KSerializer<AccessActor> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AccessActor {
            var tenant: String? = null
            var id: String? = null
            var roles: List<String>? = null
            var grants: List<RecordGrant>? = null
            var denials: List<RecordDenial>? = null
            var scopes: List<String>? = null
            var superAdmin: Boolean? = null
            var acrossTenants: Boolean? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("roles")) roles = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("grants")) grants = reader.orNull { reader.list { RecordGrant.read(reader) } }
                else if (reader.isAt("denials")) denials = reader.orNull { reader.list { RecordDenial.read(reader) } }
                else if (reader.isAt("scopes")) scopes = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("super_admin")) superAdmin = reader.orNull { reader.flag() }
                else if (reader.isAt("across_tenants")) acrossTenants = reader.orNull { reader.flag() }
                else throw reader.unknown()
            }
            return AccessActor(
                tenant ?: throw reader.missing("tenant"),
                id ?: throw reader.missing("id"),
                roles ?: emptyList(),
                grants ?: emptyList(),
                denials ?: emptyList(),
                scopes,
                superAdmin ?: false,
                acrossTenants ?: false,
            )
        }
    }
}

/** What somebody may do with one record. */
@Serializable(with = RecordGrant.Companion::class)
public data class RecordGrant(
    /** The record's id. */
    public val record: String,
    /** What may be done. */
    public val permissions: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); writer.value(record)
        writer.field("permissions"); writer.list(permissions) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<RecordGrant>("RecordGrant") {
        public fun serializer(): KSerializer<RecordGrant> = this

        override fun read(reader: WireReader): RecordGrant {
            var record: String? = null
            var permissions: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.text() }
                else if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return RecordGrant(
                record ?: throw reader.missing("record"),
                permissions ?: throw reader.missing("permissions"),
            )
        }
    }
}

/** What somebody may not do with one record. */
@Serializable(with = RecordDenial.Companion::class)
public data class RecordDenial(
    /** The record's id. */
    public val record: String,
    /** What may not be done: `bookings:write`, `bookings:*`, `*`. */
    public val permissions: List<String>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("record"); writer.value(record)
        writer.field("permissions"); writer.list(permissions) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<RecordDenial>("RecordDenial") {
        public fun serializer(): KSerializer<RecordDenial> = this

        override fun read(reader: WireReader): RecordDenial {
            var record: String? = null
            var permissions: List<String>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("record")) record = reader.orNull { reader.text() }
                else if (reader.isAt("permissions")) permissions = reader.orNull { reader.list { reader.text() } }
                else throw reader.unknown()
            }
            return RecordDenial(
                record ?: throw reader.missing("record"),
                permissions ?: throw reader.missing("permissions"),
            )
        }
    }
}

/** The record that something is done with. */
@Serializable(with = AccessRecord.Companion::class)
public data class AccessRecord(
    /** Whose it is. */
    public val tenant: String,
    /** Its id; none when it is only about to be made. */
    public val id: String? = null,
    /** What is in it: at least the fields by which relations are told. */
    public val fields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        if (id != null) { writer.field("id"); writer.value(id) }
        if (fields.isNotEmpty()) { writer.field("fields"); writer.map(fields) { writer.value(it) } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var tenant: String? = null
        private var id: String? = null
        private var fields: Map<String, Json>? = null

        /** See [AccessRecord.tenant]. */
        public fun tenant(tenant: String): Builder = apply { this.tenant = tenant }

        /** See [AccessRecord.id]. */
        public fun id(id: String?): Builder = apply { this.id = id }

        /** See [AccessRecord.fields]. */
        public fun fields(fields: Map<String, Json>): Builder = apply { this.fields = fields }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): AccessRecord = AccessRecord(
            checkNotNull(tenant) { "`tenant` of AccessRecord is not set" },
            id,
            fields ?: emptyMap(),
        )
    }

    public companion object : Wire<AccessRecord>("AccessRecord") {
        public fun serializer(): KSerializer<AccessRecord> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): AccessRecord {
            var tenant: String? = null
            var id: String? = null
            var fields: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("fields")) fields = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return AccessRecord(
                tenant ?: throw reader.missing("tenant"),
                id,
                fields ?: emptyMap(),
            )
        }
    }
}

/** Whether somebody may, and why. */
@Serializable(with = AccessVerdict.Companion::class)
public data class AccessVerdict(
    /** Whether they may. */
    public val allowed: Boolean,
    /** What allows it; nothing when refused. */
    public val via: AccessVia? = null,
    /** The permission they lack; nothing when allowed. */
    public val missing: String? = null,
    /** The role that denies it, whatever else allows it. */
    public val deniedBy: String? = null,
    /** The record with which it is denied to them, whatever else allows it. */
    public val deniedOn: String? = null,
    /** Whether it has to be audited: refused attempts, audited permissions, and all that a super-admin does. */
    public val audit: Boolean,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("allowed"); writer.value(allowed)
        if (via != null) { writer.field("via"); via.write(writer) }
        if (missing != null) { writer.field("missing"); writer.value(missing) }
        if (deniedBy != null) { writer.field("denied_by"); writer.value(deniedBy) }
        if (deniedOn != null) { writer.field("denied_on"); writer.value(deniedOn) }
        writer.field("audit"); writer.value(audit)
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<AccessVerdict>("AccessVerdict") {
        public fun serializer(): KSerializer<AccessVerdict> = this

        override fun read(reader: WireReader): AccessVerdict {
            var allowed: Boolean? = null
            var via: AccessVia? = null
            var missing: String? = null
            var deniedBy: String? = null
            var deniedOn: String? = null
            var audit: Boolean? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("allowed")) allowed = reader.orNull { reader.flag() }
                else if (reader.isAt("via")) via = reader.orNull { AccessVia.read(reader) }
                else if (reader.isAt("missing")) missing = reader.orNull { reader.text() }
                else if (reader.isAt("denied_by")) deniedBy = reader.orNull { reader.text() }
                else if (reader.isAt("denied_on")) deniedOn = reader.orNull { reader.text() }
                else if (reader.isAt("audit")) audit = reader.orNull { reader.flag() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return AccessVerdict(
                allowed ?: throw reader.missing("allowed"),
                via,
                missing,
                deniedBy,
                deniedOn,
                audit ?: throw reader.missing("audit"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What allows something. */
@Serializable(with = AccessVia.Companion::class)
public sealed interface AccessVia : RatebookValue {
    /** A role of that name. */
    public data class Role(public val held: String) : AccessVia {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("role"); writer.value(held)
            writer.close()
        }
    }

    /** A relation of that name to the record, such as `own`. */
    public data class Relation(public val held: String) : AccessVia {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("relation"); writer.value(held)
            writer.close()
        }
    }

    /** A grant on the record of that id. */
    public data class Grant(public val held: String) : AccessVia {
        override fun write(writer: WireWriter) {
            writer.open()
            writer.field("grant"); writer.value(held)
            writer.close()
        }
    }

    /** They run the platform. */
    public data object SuperAdmin : AccessVia {
        override fun write(writer: WireWriter) {
            writer.value("super_admin")
        }
    }

    /** What a newer engine knows and this version does not, kept as it is. */
    public data class Unknown(public val json: com.ratebook.Json) : AccessVia {
        override fun write(writer: WireWriter): Unit = json.write(writer)
    }

    public companion object : Wire<AccessVia>("AccessVia") {
        public fun serializer(): KSerializer<AccessVia> = this

        override fun read(reader: WireReader): AccessVia {
            if (reader.isAtText()) {
                return when (val text = reader.text()) {
                    "super_admin" -> SuperAdmin
                    else -> Unknown(com.ratebook.Json.Text(text))
                }
            }
            val start = reader.place()
            reader.open()
            if (!reader.nextField()) throw reader.missing("choice")
            val value =
                if (reader.isAt("role")) Role(reader.text())
                else if (reader.isAt("relation")) Relation(reader.text())
                else if (reader.isAt("grant")) Grant(reader.text())
                else return Unknown(reader.again(start))
            reader.close()
            return value
        }
    }
}

/** What may somebody see of a record? */
@Serializable(with = MaskRequest.Companion::class)
public data class MaskRequest(
    /** Who looks at it. */
    public val actor: AccessActor,
    /** The kind of record, as the rules name it. */
    public val entity: String,
    /** The record with its fields. */
    public val record: AccessRecord,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("actor"); actor.write(writer)
        writer.field("entity"); writer.value(entity)
        writer.field("record"); record.write(writer)
        writer.close()
    }

    public companion object : Wire<MaskRequest>("MaskRequest") {
        public fun serializer(): KSerializer<MaskRequest> = this

        override fun read(reader: WireReader): MaskRequest {
            var actor: AccessActor? = null
            var entity: String? = null
            var record: AccessRecord? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("actor")) actor = reader.orNull { AccessActor.read(reader) }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("record")) record = reader.orNull { AccessRecord.read(reader) }
                else throw reader.unknown()
            }
            return MaskRequest(
                actor ?: throw reader.missing("actor"),
                entity ?: throw reader.missing("entity"),
                record ?: throw reader.missing("record"),
            )
        }
    }
}

/** A record as somebody may see it. */
@Serializable(with = MaskedRecord.Companion::class)
public data class MaskedRecord @JvmOverloads constructor(
    /** Its fields; in the place of what is hidden stand eight stars. */
    public val fields: Map<String, Json>,
    /** What is hidden, as JSON pointers into the fields. */
    public val masked: List<String>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("fields"); writer.map(fields) { writer.value(it) }
        writer.field("masked"); writer.list(masked) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<MaskedRecord>("MaskedRecord") {
        public fun serializer(): KSerializer<MaskedRecord> = this

        override fun read(reader: WireReader): MaskedRecord {
            var fields: Map<String, Json>? = null
            var masked: List<String>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("fields")) fields = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("masked")) masked = reader.orNull { reader.list { reader.text() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return MaskedRecord(
                fields ?: throw reader.missing("fields"),
                masked ?: throw reader.missing("masked"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** Is a feature on? */
@Serializable(with = FlagRequest.Companion::class)
public data class FlagRequest(
    /** Which one. */
    public val flag: String,
    /** For whom. */
    public val subject: FlagSubject,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("flag"); writer.value(flag)
        writer.field("subject"); subject.write(writer)
        writer.close()
    }

    public companion object : Wire<FlagRequest>("FlagRequest") {
        public fun serializer(): KSerializer<FlagRequest> = this

        override fun read(reader: WireReader): FlagRequest {
            var flag: String? = null
            var subject: FlagSubject? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("flag")) flag = reader.orNull { reader.text() }
                else if (reader.isAt("subject")) subject = reader.orNull { FlagSubject.read(reader) }
                else throw reader.unknown()
            }
            return FlagRequest(
                flag ?: throw reader.missing("flag"),
                subject ?: throw reader.missing("subject"),
            )
        }
    }
}

/** For whom is asked. */
@Serializable(with = FlagSubject.Companion::class)
public data class FlagSubject(
    /** On behalf of whom. */
    public val tenant: String,
    /** The present moment. */
    public val now: Instant,
    /** Who of the tenant, such as a user's id: percentages are of them. Of the tenants themselves when not given. */
    public val id: String? = null,
    /** Their roles. */
    public val roles: List<String> = emptyList(),
    /** The tenant's plan. */
    public val plan: String? = null,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.field("now"); writer.value(now)
        if (id != null) { writer.field("id"); writer.value(id) }
        if (roles.isNotEmpty()) { writer.field("roles"); writer.list(roles) { writer.value(it) } }
        if (plan != null) { writer.field("plan"); writer.value(plan) }
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is FlagSubject &&
        tenant == other.tenant &&
        alike(now, other.now) &&
        id == other.id &&
        roles == other.roles &&
        plan == other.plan

    override fun hashCode(): Int = hashed(tenant, now, id, roles, plan)

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var tenant: String? = null
        private var now: Instant? = null
        private var id: String? = null
        private var roles: List<String>? = null
        private var plan: String? = null

        /** See [FlagSubject.tenant]. */
        public fun tenant(tenant: String): Builder = apply { this.tenant = tenant }

        /** See [FlagSubject.now]. */
        public fun now(now: Instant): Builder = apply { this.now = now }

        /** See [FlagSubject.id]. */
        public fun id(id: String?): Builder = apply { this.id = id }

        /** See [FlagSubject.roles]. */
        public fun roles(roles: List<String>): Builder = apply { this.roles = roles }

        /** See [FlagSubject.plan]. */
        public fun plan(plan: String?): Builder = apply { this.plan = plan }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): FlagSubject = FlagSubject(
            checkNotNull(tenant) { "`tenant` of FlagSubject is not set" },
            checkNotNull(now) { "`now` of FlagSubject is not set" },
            id,
            roles ?: emptyList(),
            plan,
        )
    }

    public companion object : Wire<FlagSubject>("FlagSubject") {
        public fun serializer(): KSerializer<FlagSubject> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): FlagSubject {
            var tenant: String? = null
            var now: Instant? = null
            var id: String? = null
            var roles: List<String>? = null
            var plan: String? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("now")) now = reader.orNull { reader.instant() }
                else if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("roles")) roles = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("plan")) plan = reader.orNull { reader.text() }
                else throw reader.unknown()
            }
            return FlagSubject(
                tenant ?: throw reader.missing("tenant"),
                now ?: throw reader.missing("now"),
                id,
                roles ?: emptyList(),
                plan,
            )
        }
    }
}

/** Whether a feature is on, and why. */
@Serializable(with = FlagAnswer.Companion::class)
public data class FlagAnswer(
    /** Which one. */
    public val flag: String,
    /** Whether it is on. */
    public val on: Boolean,
    /** The rule that decided. */
    public val decidedBy: FlagRule,
    /** The role or plan that decided. */
    public val name: String? = null,
    /** Where a percentage decided: it is on for those whose share, from 0.00 to 99.99, is below the percentage. */
    public val share: BigDecimal? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("flag"); writer.value(flag)
        writer.field("on"); writer.value(on)
        writer.field("decided_by"); decidedBy.write(writer)
        if (name != null) { writer.field("name"); writer.value(name) }
        if (share != null) { writer.field("share"); writer.value(share) }
        writer.fields(unknownFields)
        writer.close()
    }

    override fun equals(other: Any?): Boolean = other is FlagAnswer &&
        flag == other.flag &&
        on == other.on &&
        decidedBy == other.decidedBy &&
        name == other.name &&
        alike(share, other.share) &&
        unknownFields == other.unknownFields

    override fun hashCode(): Int = hashed(flag, on, decidedBy, name, share, unknownFields)

    public companion object : Wire<FlagAnswer>("FlagAnswer") {
        public fun serializer(): KSerializer<FlagAnswer> = this

        override fun read(reader: WireReader): FlagAnswer {
            var flag: String? = null
            var on: Boolean? = null
            var decidedBy: FlagRule? = null
            var name: String? = null
            var share: BigDecimal? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("flag")) flag = reader.orNull { reader.text() }
                else if (reader.isAt("on")) on = reader.orNull { reader.flag() }
                else if (reader.isAt("decided_by")) decidedBy = reader.orNull { FlagRule.read(reader) }
                else if (reader.isAt("name")) name = reader.orNull { reader.text() }
                else if (reader.isAt("share")) share = reader.orNull { reader.decimal() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return FlagAnswer(
                flag ?: throw reader.missing("flag"),
                on ?: throw reader.missing("on"),
                decidedBy ?: throw reader.missing("decided_by"),
                name,
                share,
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** A rule that decides whether a feature is on, in their order. */
@Serializable(with = FlagRule.Companion::class)
public class FlagRule private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<FlagRule>("FlagRule") {
        public fun serializer(): KSerializer<FlagRule> = this

        /** What it is for this tenant. */
        @JvmField public val FORCED: FlagRule = FlagRule("forced")

        /** It has not started, or has ended. */
        @JvmField public val SCHEDULE: FlagRule = FlagRule("schedule")

        /** A role. */
        @JvmField public val ROLE: FlagRule = FlagRule("role")

        /** The plan. */
        @JvmField public val PLAN: FlagRule = FlagRule("plan")

        /** A percentage. */
        @JvmField public val PERCENTAGE: FlagRule = FlagRule("percentage")

        /** Nothing else. */
        @JvmField public val OTHERWISE: FlagRule = FlagRule("otherwise")

        override val entries: List<FlagRule> = listOf(
            FORCED,
            SCHEDULE,
            ROLE,
            PLAN,
            PERCENTAGE,
            OTHERWISE,
        )

        internal override fun unknown(wire: String): FlagRule = FlagRule(wire)
    }
}

/** Are these values and tags right for a thing of that kind? */
@Serializable(with = CheckFieldsRequest.Companion::class)
public data class CheckFieldsRequest(
    /** On behalf of whom. */
    public val tenant: String,
    /** What kind of thing. */
    public val entity: String,
    /** Its values by field; numbers and dates as text. */
    public val values: Map<String, Json> = emptyMap(),
    /** Its tags. */
    public val tags: List<String> = emptyList(),
    /** Values of unique fields that other things have. */
    public val taken: Map<String, List<String>> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.field("entity"); writer.value(entity)
        if (values.isNotEmpty()) { writer.field("values"); writer.map(values) { writer.value(it) } }
        if (tags.isNotEmpty()) { writer.field("tags"); writer.list(tags) { writer.value(it) } }
        if (taken.isNotEmpty()) { writer.field("taken"); writer.map(taken) { writer.list(it) { writer.value(it) } } }
        writer.close()
    }

    /** Sets one field after the other; what is not set is what it is when it is not given. */
    public class Builder internal constructor() {
        private var tenant: String? = null
        private var entity: String? = null
        private var values: Map<String, Json>? = null
        private var tags: List<String>? = null
        private var taken: Map<String, List<String>>? = null

        /** See [CheckFieldsRequest.tenant]. */
        public fun tenant(tenant: String): Builder = apply { this.tenant = tenant }

        /** See [CheckFieldsRequest.entity]. */
        public fun entity(entity: String): Builder = apply { this.entity = entity }

        /** See [CheckFieldsRequest.values]. */
        public fun values(values: Map<String, Json>): Builder = apply { this.values = values }

        /** See [CheckFieldsRequest.tags]. */
        public fun tags(tags: List<String>): Builder = apply { this.tags = tags }

        /** See [CheckFieldsRequest.taken]. */
        public fun taken(taken: Map<String, List<String>>): Builder = apply { this.taken = taken }

        /**
         * The value.
         *
         * @throws IllegalStateException when something that must be given was not set.
         */
        public fun build(): CheckFieldsRequest = CheckFieldsRequest(
            checkNotNull(tenant) { "`tenant` of CheckFieldsRequest is not set" },
            checkNotNull(entity) { "`entity` of CheckFieldsRequest is not set" },
            values ?: emptyMap(),
            tags ?: emptyList(),
            taken ?: emptyMap(),
        )
    }

    public companion object : Wire<CheckFieldsRequest>("CheckFieldsRequest") {
        public fun serializer(): KSerializer<CheckFieldsRequest> = this

        /** For Java: sets one field after the other. */
        @JvmStatic public fun builder(): Builder = Builder()

        override fun read(reader: WireReader): CheckFieldsRequest {
            var tenant: String? = null
            var entity: String? = null
            var values: Map<String, Json>? = null
            var tags: List<String>? = null
            var taken: Map<String, List<String>>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("entity")) entity = reader.orNull { reader.text() }
                else if (reader.isAt("values")) values = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("tags")) tags = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("taken")) taken = reader.orNull { reader.map { reader.list { reader.text() } } }
                else throw reader.unknown()
            }
            return CheckFieldsRequest(
                tenant ?: throw reader.missing("tenant"),
                entity ?: throw reader.missing("entity"),
                values ?: emptyMap(),
                tags ?: emptyList(),
                taken ?: emptyMap(),
            )
        }
    }
}

/** Values and tags as they are to be stored. */
@Serializable(with = CheckedFields.Companion::class)
public data class CheckedFields @JvmOverloads constructor(
    /** The values: texts without blanks around them, numbers without zeros at their end. */
    public val values: Map<String, Json>,
    /** The tags in small letters, each once. */
    public val tags: List<String>,
    /** The fields whose values no other thing may have: look them up, or let the store's index decide. */
    public val unique: List<String>,
    /** Values of fields that are not, or no longer, defined. */
    public val archived: Map<String, Json>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("values"); writer.map(values) { writer.value(it) }
        writer.field("tags"); writer.list(tags) { writer.value(it) }
        writer.field("unique"); writer.list(unique) { writer.value(it) }
        writer.field("archived"); writer.map(archived) { writer.value(it) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<CheckedFields>("CheckedFields") {
        public fun serializer(): KSerializer<CheckedFields> = this

        override fun read(reader: WireReader): CheckedFields {
            var values: Map<String, Json>? = null
            var tags: List<String>? = null
            var unique: List<String>? = null
            var archived: Map<String, Json>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("values")) values = reader.orNull { reader.map { reader.json() } }
                else if (reader.isAt("tags")) tags = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("unique")) unique = reader.orNull { reader.list { reader.text() } }
                else if (reader.isAt("archived")) archived = reader.orNull { reader.map { reader.json() } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return CheckedFields(
                values ?: throw reader.missing("values"),
                tags ?: throw reader.missing("tags"),
                unique ?: throw reader.missing("unique"),
                archived ?: throw reader.missing("archived"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** May this change be made? */
@Serializable(with = CheckPoliciesRequest.Companion::class)
public data class CheckPoliciesRequest(
    /** On behalf of whom. */
    public val tenant: String,
    /** What would be after the change. */
    public val subject: PolicySubject,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("tenant"); writer.value(tenant)
        writer.field("subject"); subject.write(writer)
        writer.close()
    }

    public companion object : Wire<CheckPoliciesRequest>("CheckPoliciesRequest") {
        public fun serializer(): KSerializer<CheckPoliciesRequest> = this

        override fun read(reader: WireReader): CheckPoliciesRequest {
            var tenant: String? = null
            var subject: PolicySubject? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("tenant")) tenant = reader.orNull { reader.text() }
                else if (reader.isAt("subject")) subject = reader.orNull { PolicySubject.read(reader) }
                else throw reader.unknown()
            }
            return CheckPoliciesRequest(
                tenant ?: throw reader.missing("tenant"),
                subject ?: throw reader.missing("subject"),
            )
        }
    }
}

/** Something that policies are asked about. */
@Serializable(with = PolicySubject.Companion::class)
public data class PolicySubject(
    /** Which one. */
    public val id: String,
    /** What is known of it; decimals and days as text. */
    public val facts: Map<String, Json>,
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("id"); writer.value(id)
        writer.field("facts"); writer.map(facts) { writer.value(it) }
        writer.close()
    }

    public companion object : Wire<PolicySubject>("PolicySubject") {
        public fun serializer(): KSerializer<PolicySubject> = this

        override fun read(reader: WireReader): PolicySubject {
            var id: String? = null
            var facts: Map<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("id")) id = reader.orNull { reader.text() }
                else if (reader.isAt("facts")) facts = reader.orNull { reader.map { reader.json() } }
                else throw reader.unknown()
            }
            return PolicySubject(
                id ?: throw reader.missing("id"),
                facts ?: throw reader.missing("facts"),
            )
        }
    }
}

/** What all policies say, and what follows. */
@Serializable(with = PolicyDecision.Companion::class)
public data class PolicyDecision @JvmOverloads constructor(
    /** About what. */
    public val subject: String,
    /** The gravest of the verdicts. */
    public val overall: PolicyOutcome,
    /** What each policy says, in the order of the definition. */
    public val verdicts: List<PolicyVerdict>,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("subject"); writer.value(subject)
        writer.field("overall"); overall.write(writer)
        writer.field("verdicts"); writer.list(verdicts) { it.write(writer) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PolicyDecision>("PolicyDecision") {
        public fun serializer(): KSerializer<PolicyDecision> = this

        override fun read(reader: WireReader): PolicyDecision {
            var subject: String? = null
            var overall: PolicyOutcome? = null
            var verdicts: List<PolicyVerdict>? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("subject")) subject = reader.orNull { reader.text() }
                else if (reader.isAt("overall")) overall = reader.orNull { PolicyOutcome.read(reader) }
                else if (reader.isAt("verdicts")) verdicts = reader.orNull { reader.list { PolicyVerdict.read(reader) } }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PolicyDecision(
                subject ?: throw reader.missing("subject"),
                overall ?: throw reader.missing("overall"),
                verdicts ?: throw reader.missing("verdicts"),
                unknownFields ?: emptyMap(),
            )
        }
    }
}

/** What follows of a policy, or of all of them; the graver ones last. */
@Serializable(with = PolicyOutcome.Companion::class)
public class PolicyOutcome private constructor(wire: String) : Word(wire) {
    internal override val words: Words<*> get() = Companion

    public companion object : Words<PolicyOutcome>("PolicyOutcome") {
        public fun serializer(): KSerializer<PolicyOutcome> = this

        /** It holds. */
        @JvmField public val COMPLIANT: PolicyOutcome = PolicyOutcome("compliant")

        /** It does not, which is told. */
        @JvmField public val WARNED: PolicyOutcome = PolicyOutcome("warned")

        /** A fact is missing, so nobody can say. */
        @JvmField public val UNCHECKED: PolicyOutcome = PolicyOutcome("unchecked")

        /** It does not, and somebody has to approve. */
        @JvmField public val APPROVAL_NEEDED: PolicyOutcome = PolicyOutcome("approval_needed")

        /** It does not, and the change is not made. */
        @JvmField public val DENIED: PolicyOutcome = PolicyOutcome("denied")

        override val entries: List<PolicyOutcome> = listOf(
            COMPLIANT,
            WARNED,
            UNCHECKED,
            APPROVAL_NEEDED,
            DENIED,
        )

        internal override fun unknown(wire: String): PolicyOutcome = PolicyOutcome(wire)
    }
}

/** What one policy says. */
@Serializable(with = PolicyVerdict.Companion::class)
public data class PolicyVerdict(
    /** Which policy. */
    public val policy: String,
    /** What it is about. */
    public val kind: PolicyKind,
    /** What follows. */
    public val outcome: PolicyOutcome,
    /** What is said when it does not hold. */
    public val message: String? = null,
    /** The figure; decimals and days as text. */
    public val figure: Json? = null,
    /** The limit. */
    public val limit: Json? = null,
    /** Fields that a newer engine gave and that are not known here, kept as they are. */
    public val unknownFields: Map<String, Json> = emptyMap(),
) : RatebookValue {
    override fun write(writer: WireWriter) {
        writer.open()
        writer.field("policy"); writer.value(policy)
        writer.field("kind"); kind.write(writer)
        writer.field("outcome"); outcome.write(writer)
        if (message != null) { writer.field("message"); writer.value(message) }
        if (figure != null) { writer.field("figure"); writer.value(figure) }
        if (limit != null) { writer.field("limit"); writer.value(limit) }
        writer.fields(unknownFields)
        writer.close()
    }

    public companion object : Wire<PolicyVerdict>("PolicyVerdict") {
        public fun serializer(): KSerializer<PolicyVerdict> = this

        override fun read(reader: WireReader): PolicyVerdict {
            var policy: String? = null
            var kind: PolicyKind? = null
            var outcome: PolicyOutcome? = null
            var message: String? = null
            var figure: Json? = null
            var limit: Json? = null
            var unknownFields: MutableMap<String, Json>? = null
            reader.open()
            while (reader.nextField()) {
                if (reader.isAt("policy")) policy = reader.orNull { reader.text() }
                else if (reader.isAt("kind")) kind = reader.orNull { PolicyKind.read(reader) }
                else if (reader.isAt("outcome")) outcome = reader.orNull { PolicyOutcome.read(reader) }
                else if (reader.isAt("message")) message = reader.orNull { reader.text() }
                else if (reader.isAt("figure")) figure = reader.orNull { reader.json() }
                else if (reader.isAt("limit")) limit = reader.orNull { reader.json() }
                else unknownFields = reader.unknown(unknownFields)
            }
            return PolicyVerdict(
                policy ?: throw reader.missing("policy"),
                kind ?: throw reader.missing("kind"),
                outcome ?: throw reader.missing("outcome"),
                message,
                figure,
                limit,
                unknownFields ?: emptyMap(),
            )
        }
    }
}
