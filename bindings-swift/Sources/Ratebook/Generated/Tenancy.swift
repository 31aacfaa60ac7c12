// Written by `cargo xtask generate`.

import Foundation

extension Tenancy {
/// A tenant and all its rules.
public struct TenantDefinition: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// What people call it.
    public var name: String
    /// Its part of the platform's address, such as `acme` of `acme.example.com`.
    public var subdomain: String?
    /// Domains of its own.
    public var domains: [String]
    /// Where it is in its life.
    public var status: Tenancy.TenantStatus
    /// Since when it is there.
    public var statusSince: Instant?
    /// How it works.
    public var settings: Tenancy.TenantSettings?
    /// How it looks and writes to people.
    public var brand: Tenancy.TenantBrand?
    /// Who may do what, and what they see.
    public var access: Tenancy.AccessRules?
    /// Features by name, and when they are on.
    public var flags: [String: Tenancy.FlagRules]
    /// How often things may be done, beside and instead of what is shipped.
    public var rateLimits: [Records.RateLimitRule]
    /// How many failures lock, beside and instead of what is shipped.
    public var lockouts: [Tenancy.LockoutRule]
    /// Which addresses pass.
    public var addresses: [Tenancy.AddressRule]
    /// What there is only so much of.
    public var quotas: [Records.QuotaRule]
    /// How numbers are written.
    public var numbers: [Records.NumberFormat]
    /// What changes must keep to.
    public var policies: Tenancy.Policies?
    /// What may be spent.
    public var budgets: [Tenancy.Budget]?
    /// The fields and tags it adds, by kind of thing.
    public var fields: [String: Tenancy.EntityFields]
    /// What is known of people.
    public var privacy: Tenancy.Privacy?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        name: String,
        subdomain: String? = nil,
        domains: [String] = [],
        status: Tenancy.TenantStatus = .active,
        statusSince: Instant? = nil,
        settings: Tenancy.TenantSettings? = nil,
        brand: Tenancy.TenantBrand? = nil,
        access: Tenancy.AccessRules? = nil,
        flags: [String: Tenancy.FlagRules] = [:],
        rateLimits: [Records.RateLimitRule] = [],
        lockouts: [Tenancy.LockoutRule] = [],
        addresses: [Tenancy.AddressRule] = [],
        quotas: [Records.QuotaRule] = [],
        numbers: [Records.NumberFormat] = [],
        policies: Tenancy.Policies? = nil,
        budgets: [Tenancy.Budget]? = nil,
        fields: [String: Tenancy.EntityFields] = [:],
        privacy: Tenancy.Privacy? = nil
    ) {
        self.id = id
        self.name = name
        self.subdomain = subdomain
        self.domains = domains
        self.status = status
        self.statusSince = statusSince
        self.settings = settings
        self.brand = brand
        self.access = access
        self.flags = flags
        self.rateLimits = rateLimits
        self.lockouts = lockouts
        self.addresses = addresses
        self.quotas = quotas
        self.numbers = numbers
        self.policies = policies
        self.budgets = budgets
        self.fields = fields
        self.privacy = privacy
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"id! name! subdomain? domains-[] status="active" status_since? settings? brand? access? flags-{} rate_limits-[] lockouts-[] addresses-[] quotas-[] numbers-[] policies? budgets? fields-{} privacy? *"#,
        [String.self, String.self, String.self, [String].self, Tenancy.TenantStatus.self, Instant.self, Tenancy.TenantSettings.self, Tenancy.TenantBrand.self, Tenancy.AccessRules.self, [String: Tenancy.FlagRules].self, [Records.RateLimitRule].self, [Tenancy.LockoutRule].self, [Tenancy.AddressRule].self, [Records.QuotaRule].self, [Records.NumberFormat].self, Tenancy.Policies.self, [Tenancy.Budget].self, [String: Tenancy.EntityFields].self, Tenancy.Privacy.self, [String: JSON].self])
}

/// Where a tenant is in its life.
public struct TenantStatus: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It is being set up; nobody of it comes in yet.
    public static var provisioning: Self { Self(word: "provisioning") }
    /// It works.
    public static var active: Self { Self(word: "active") }
    /// Its people come in and read, and pay; nothing else is written.
    public static var suspended: Self { Self(word: "suspended") }
    /// It was deleted: nobody of it comes in, and what it has is kept for a while so that it can be restored.
    public static var deleting: Self { Self(word: "deleting") }
    /// What it had is erased.
    public static var deleted: Self { Self(word: "deleted") }

    public static var words: StaticString { "provisioning active suspended deleting deleted" }
}

/// How a tenant works: each setting has a default.
public struct TenantSettings: RatebookRecord {
    /// The zone of its clock.
    public var zone: String
    /// The currency of its books.
    public var currency: String?
    /// The language it writes in, as a tag of BCP 47 such as `de` or `pt-BR`.
    public var locale: String
    /// How it writes amounts, whatever the language.
    public var numberFormat: Money.NumberLocale
    /// Where it is taxed, such as `DE` or `US-NY`.
    public var taxRegion: String?
    /// When it is open, by its zone; always when not given.
    public var businessHours: Time.OpeningHours?
    /// How people log in.
    public var signIn: Tenancy.SignInRules?
    /// For so many times 24 hours a deleted tenant is kept and can be restored.
    public var keptDays: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        zone: String = "UTC",
        currency: String? = nil,
        locale: String = "en",
        numberFormat: Money.NumberLocale = .enUS,
        taxRegion: String? = nil,
        businessHours: Time.OpeningHours? = nil,
        signIn: Tenancy.SignInRules? = nil,
        keptDays: Int = 90
    ) {
        self.zone = zone
        self.currency = currency
        self.locale = locale
        self.numberFormat = numberFormat
        self.taxRegion = taxRegion
        self.businessHours = businessHours
        self.signIn = signIn
        self.keptDays = keptDays
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"zone="UTC" currency? locale="en" number_format="en-US" tax_region? business_hours? sign_in? kept_days=90 *"#,
        [String.self, String.self, String.self, Money.NumberLocale.self, String.self, Time.OpeningHours.self, Tenancy.SignInRules.self, Int.self, [String: JSON].self])
}

/// How people log in, and for how long.
public struct SignInRules: RatebookRecord {
    /// A session ends after so many minutes without a request.
    public var idleMinutes: Int
    /// A session ends after so many minutes, whatever happens in it.
    public var sessionMinutes: Int
    /// Whether a second factor is demanded.
    public var secondFactor: Bool
    /// The fewest letters of a password.
    public var passwordLength: Int
    /// After so many days a password must be changed; never when not given.
    public var passwordDays: Int?
    /// So many former passwords are not taken again.
    public var passwordsRemembered: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        idleMinutes: Int = 30,
        sessionMinutes: Int = 720,
        secondFactor: Bool = false,
        passwordLength: Int = 12,
        passwordDays: Int? = nil,
        passwordsRemembered: Int = 0
    ) {
        self.idleMinutes = idleMinutes
        self.sessionMinutes = sessionMinutes
        self.secondFactor = secondFactor
        self.passwordLength = passwordLength
        self.passwordDays = passwordDays
        self.passwordsRemembered = passwordsRemembered
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "idle_minutes=30 session_minutes=720 second_factor-false password_length=12 password_days? passwords_remembered=0 *",
        [Int.self, Int.self, Bool.self, Int.self, Int.self, Int.self, [String: JSON].self])
}

/// How a tenant looks and writes to people.
public struct TenantBrand: RatebookRecord {
    /// The logo.
    public var logo: Tenancy.BrandLogo?
    /// Colours by name, such as `primary`, each with the colour of text on it.
    public var colours: [String: Tenancy.BrandColour]
    /// The name on e-mails.
    public var senderName: String?
    /// The address that e-mails come from.
    public var senderEmail: String?
    /// The address that answers go to.
    public var replyTo: String?
    /// Where the host keeps the tenant's own templates, by kind, such as `invoice`.
    public var templates: [String: String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        logo: Tenancy.BrandLogo? = nil,
        colours: [String: Tenancy.BrandColour] = [:],
        senderName: String? = nil,
        senderEmail: String? = nil,
        replyTo: String? = nil,
        templates: [String: String] = [:]
    ) {
        self.logo = logo
        self.colours = colours
        self.senderName = senderName
        self.senderEmail = senderEmail
        self.replyTo = replyTo
        self.templates = templates
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "logo? colours-{} sender_name? sender_email? reply_to? templates-{} *",
        [Tenancy.BrandLogo.self, [String: Tenancy.BrandColour].self, String.self, String.self, String.self, [String: String].self, [String: JSON].self])
}

/// A logo, which the host keeps.
public struct BrandLogo: RatebookRecord {
    /// Where the host keeps it.
    public var file: String
    /// `image/png` or `image/svg+xml`.
    public var mediaType: String
    /// Its size.
    public var bytes: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        file: String,
        mediaType: String,
        bytes: Int
    ) {
        self.file = file
        self.mediaType = mediaType
        self.bytes = bytes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "file! media_type! bytes! *",
        [String.self, String.self, Int.self, [String: JSON].self])
}

/// A colour and the colour of text on it, as `#RRGGBB`; they differ enough to be read.
public struct BrandColour: RatebookRecord {
    /// The colour.
    public var fill: String
    /// The colour of text on it.
    public var text: String
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        fill: String,
        text: String
    ) {
        self.fill = fill
        self.text = text
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "fill! text! *",
        [String.self, String.self, [String: JSON].self])
}

/// Who may do what, and what they see.
public struct AccessRules: RatebookRecord {
    /// Permissions of the tenant's own system, such as `tours:publish`, beside the built-in ones.
    public var permissions: [String]
    /// Roles by name, beside the built-in ones; one with the name of a built-in role takes its place.
    public var roles: [String: Records.RoleRules]
    /// What is hidden, by the kind of record, such as `device` or `traveller`. A kind of which nothing is hidden has an
    /// empty list.
    public var masks: [String: [Records.FieldMask]]
    /// Permissions whose use is always audited; patterns such as `payments:*` are taken.
    public var audited: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        permissions: [String] = [],
        roles: [String: Records.RoleRules] = [:],
        masks: [String: [Records.FieldMask]] = [:],
        audited: [String] = []
    ) {
        self.permissions = permissions
        self.roles = roles
        self.masks = masks
        self.audited = audited
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "permissions-[] roles-{} masks-{} audited-[] *",
        [[String].self, [String: Records.RoleRules].self, [String: [Records.FieldMask]].self, [String].self, [String: JSON].self])
}

/// When a feature is on. The first rule that says something decides, in the order of the fields.
public struct FlagRules: RatebookRecord {
    /// What it is for this tenant, whatever the other rules say.
    public var forced: Bool?
    /// Before that moment it is off.
    public var startsAt: Instant?
    /// From that moment on it is off again.
    public var endsAt: Instant?
    /// By role; of several roles that differ, the one for which it is off counts.
    public var roles: [String: Bool]
    /// By plan.
    public var plans: [String: Bool]
    /// For so many in a hundred, always the same ones, and off for the rest; with at most two decimals.
    public var percentage: Amount?
    /// What it is when nothing else decides.
    public var on: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        forced: Bool? = nil,
        startsAt: Instant? = nil,
        endsAt: Instant? = nil,
        roles: [String: Bool] = [:],
        plans: [String: Bool] = [:],
        percentage: Amount? = nil,
        on: Bool = false
    ) {
        self.forced = forced
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.roles = roles
        self.plans = plans
        self.percentage = percentage
        self.on = on
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "forced? starts_at? ends_at? roles-{} plans-{} percentage? on-false *",
        [Bool.self, Instant.self, Instant.self, [String: Bool].self, [String: Bool].self, Amount.self, Bool.self, [String: JSON].self])
}

/// How many failures lock, and for how long.
public struct LockoutRule: RatebookRecord {
    /// What it is known by; one of a shipped rule takes its place.
    public var name: String
    /// So many lock.
    public var failures: Int
    /// Within so many seconds.
    public var withinSeconds: Int
    /// For so many seconds.
    public var lockSeconds: Int
    /// Each further lock is longer by this factor.
    public var growth: Int
    /// And never longer than so many seconds; a day, or the first lock when that is longer, when not given.
    public var maxLockSeconds: Int?
    /// So many seconds after a lock it is as if there had been none.
    public var forgetSeconds: Int
    /// Whether only failures of different things count: tokens of five tenants.
    public var distinct: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        failures: Int,
        withinSeconds: Int,
        lockSeconds: Int,
        growth: Int = 1,
        maxLockSeconds: Int? = nil,
        forgetSeconds: Int = 86400,
        distinct: Bool = false
    ) {
        self.name = name
        self.failures = failures
        self.withinSeconds = withinSeconds
        self.lockSeconds = lockSeconds
        self.growth = growth
        self.maxLockSeconds = maxLockSeconds
        self.forgetSeconds = forgetSeconds
        self.distinct = distinct
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! failures! within_seconds! lock_seconds! growth=1 max_lock_seconds? forget_seconds=86400 distinct-false *",
        [String.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Bool.self, [String: JSON].self])
}

/// Addresses that pass, or do not.
public struct AddressRule: RatebookRecord {
    /// An address, or a range such as `10.1.0.0/16` or `2001:db8::/32`.
    public var range: String
    /// Whether they pass.
    public var effect: Tenancy.AddressEffect
    /// Until when it holds; always when not given.
    public var expiresAt: Instant?
    /// Why.
    public var reason: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        range: String,
        effect: Tenancy.AddressEffect,
        expiresAt: Instant? = nil,
        reason: String? = nil
    ) {
        self.range = range
        self.effect = effect
        self.expiresAt = expiresAt
        self.reason = reason
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "range! effect! expires_at? reason? *",
        [String.self, Tenancy.AddressEffect.self, Instant.self, String.self, [String: JSON].self])
}

/// What becomes of an address.
public struct AddressEffect: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It is refused.
    public static var block: Self { Self(word: "block") }
    /// It passes.
    public static var allow: Self { Self(word: "allow") }

    public static var words: StaticString { "block allow" }
}

/// A tenant's policies, and the facts they are about.
public struct Policies: RatebookRecord {
    /// What is known of a change, each with its type.
    public var facts: [String: String]
    /// The policies.
    public var rules: [Tenancy.Policy]?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        facts: [String: String] = [:],
        rules: [Tenancy.Policy]? = nil
    ) {
        self.facts = facts
        self.rules = rules
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "facts-{} rules? *",
        [[String: String].self, [Tenancy.Policy].self, [String: JSON].self])
}

/// One policy.
public struct Policy: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// What it is about.
    public var kind: Records.PolicyKind
    /// What must be true, such as `storage_gb <= 500`.
    public var condition: String
    /// What follows when it is not.
    public var effect: Records.PolicyEffect
    /// What is said when it is not.
    public var message: String
    /// The figure that is shown: a fact such as `storage_gb`, or what is computed of them.
    public var figure: String?
    /// The limit that is shown beside it, such as `500` or `plan_storage_gb`.
    public var limit: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        kind: Records.PolicyKind,
        condition: String,
        effect: Records.PolicyEffect,
        message: String,
        figure: String? = nil,
        limit: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.condition = condition
        self.effect = effect
        self.message = message
        self.figure = figure
        self.limit = limit
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! kind! condition! effect! message! figure? limit? *",
        [String.self, Records.PolicyKind.self, String.self, Records.PolicyEffect.self, String.self, String.self, String.self, [String: JSON].self])
}

/// What may be spent in a month of the tenant's zone.
public struct Budget: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// How much.
    public var amount: Money
    /// At which percentages of it somebody is told.
    public var thresholds: [Int]?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        id: String,
        amount: Money,
        thresholds: [Int]? = nil
    ) {
        self.id = id
        self.amount = amount
        self.thresholds = thresholds
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! amount! thresholds? *",
        [String.self, Money.self, [Int].self, [String: JSON].self])
}

/// The fields and tags that a tenant adds to one kind of thing.
public struct EntityFields: RatebookRecord {
    /// The fields, in the order of the form.
    public var fields: [Tenancy.CustomField]?
    /// What becomes of values of a field that is not, or no longer, defined.
    public var unknown: Tenancy.UnknownFields
    /// How many tags one thing may have.
    public var maxTags: Int
    /// How many characters a tag may have.
    public var maxTagLength: Int
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        fields: [Tenancy.CustomField]? = nil,
        unknown: Tenancy.UnknownFields = .refuse,
        maxTags: Int = 20,
        maxTagLength: Int = 50
    ) {
        self.fields = fields
        self.unknown = unknown
        self.maxTags = maxTags
        self.maxTagLength = maxTagLength
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"fields? unknown="refuse" max_tags=20 max_tag_length=50 *"#,
        [[Tenancy.CustomField].self, Tenancy.UnknownFields.self, Int.self, Int.self, [String: JSON].self])
}

/// A field that a tenant adds.
public struct CustomField: RatebookRecord {
    /// What it is called in values and checks: letters, digits and `_`.
    public var name: String
    /// What it takes.
    public var kind: Tenancy.CustomFieldKind
    /// Whether it must be given.
    public var required: Bool
    /// Whether no two things may have the same value.
    public var unique: Bool
    /// The fewest characters of a text.
    public var minLength: Int?
    /// The most characters of a text; 1,000 when not given.
    public var maxLength: Int?
    /// The least number.
    public var min: Amount?
    /// The greatest number.
    public var max: Amount?
    /// The first day that a date may be.
    public var first: Day?
    /// The last day that a date may be.
    public var last: Day?
    /// What a choice is among.
    public var choices: [String]
    /// What kind of thing a reference is to.
    public var entity: String?
    /// What must be true when all fields it names have values, such as `mileage_out >= mileage_in`.
    public var check: String?
    /// What is said when the check does not hold.
    public var message: String?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        name: String,
        kind: Tenancy.CustomFieldKind,
        required: Bool = false,
        unique: Bool = false,
        minLength: Int? = nil,
        maxLength: Int? = nil,
        min: Amount? = nil,
        max: Amount? = nil,
        first: Day? = nil,
        last: Day? = nil,
        choices: [String] = [],
        entity: String? = nil,
        check: String? = nil,
        message: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.required = required
        self.unique = unique
        self.minLength = minLength
        self.maxLength = maxLength
        self.min = min
        self.max = max
        self.first = first
        self.last = last
        self.choices = choices
        self.entity = entity
        self.check = check
        self.message = message
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! kind! required-false unique-false min_length? max_length? min? max? first? last? choices-[] entity? check? message? *",
        [String.self, Tenancy.CustomFieldKind.self, Bool.self, Bool.self, Int.self, Int.self, Amount.self, Amount.self, Day.self, Day.self, [String].self, String.self, String.self, String.self, [String: JSON].self])
}

/// What a field takes.
public struct CustomFieldKind: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// Text.
    public static var text: Self { Self(word: "text") }
    /// An exact number.
    public static var number: Self { Self(word: "number") }
    /// A day.
    public static var date: Self { Self(word: "date") }
    /// One of several texts.
    public static var choice: Self { Self(word: "choice") }
    /// True or false.
    public static var yesNo: Self { Self(word: "yes_no") }
    /// The id of another thing.
    public static var reference: Self { Self(word: "reference") }

    public static var words: StaticString { "text number date choice yes_no reference" }
}

/// What becomes of values of a field that is not, or no longer, defined.
public struct UnknownFields: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// They are a fault.
    public static var refuse: Self { Self(word: "refuse") }
    /// They are kept as they are, apart from the others.
    public static var archive: Self { Self(word: "archive") }

    public static var words: StaticString { "refuse archive" }
}

/// Where things say something about people, how long they are kept, and what people are asked to agree to.
public struct Privacy: RatebookRecord {
    /// The kinds of things that are about people.
    public var entities: [String: Tenancy.PrivateEntity]
    /// How long each class of things is kept.
    public var retention: [Tenancy.RetentionRule]?
    /// What people are asked to agree to, such as `newsletter`.
    public var purposes: [String]?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        entities: [String: Tenancy.PrivateEntity] = [:],
        retention: [Tenancy.RetentionRule]? = nil,
        purposes: [String]? = nil
    ) {
        self.entities = entities
        self.retention = retention
        self.purposes = purposes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "entities-{} retention? purposes? *",
        [[String: Tenancy.PrivateEntity].self, [Tenancy.RetentionRule].self, [String].self, [String: JSON].self])
}

/// A kind of thing that is about people.
public struct PrivateEntity: RatebookRecord {
    /// Where the ids of the people stand: JSON pointers such as `/customer` or, for each entry of a list, `/guests/*/id`.
    public var people: [String]
    /// Which fields say something about them.
    public var fields: [Tenancy.PrivateField]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        people: [String],
        fields: [Tenancy.PrivateField]
    ) {
        self.people = people
        self.fields = fields
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "people! fields! *",
        [[String].self, [Tenancy.PrivateField].self, [String: JSON].self])
}

/// A field that says something about a person.
public struct PrivateField: RatebookRecord {
    /// Where: a JSON pointer, in which one step may be `*` for each entry of a list.
    public var path: String
    /// Whether it is sensitive: health, faith, papers. It is given out only when asked for.
    public var sensitive: Bool
    /// What becomes of it when it is made nameless.
    public var anonymise: Records.Anonymising
    /// Whether no two things have the same in it: then its stars are followed by the id of the thing.
    public var unique: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        path: String,
        sensitive: Bool = false,
        anonymise: Records.Anonymising = .pseudonym,
        unique: Bool = false
    ) {
        self.path = path
        self.sensitive = sensitive
        self.anonymise = anonymise
        self.unique = unique
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, #"path! sensitive-false anonymise="pseudonym" unique-false *"#,
        [String.self, Bool.self, Records.Anonymising.self, Bool.self, [String: JSON].self])
}

/// How long one class of things is kept.
public struct RetentionRule: RatebookRecord {
    /// Of which class.
    public var `class`: String
    /// For so many months.
    public var keepMonths: Int
    /// And so many days.
    public var keepDays: Int
    /// What is done then.
    public var action: Records.RetentionAction
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        `class`: String,
        keepMonths: Int = 0,
        keepDays: Int = 0,
        action: Records.RetentionAction
    ) {
        self.class = `class`
        self.keepMonths = keepMonths
        self.keepDays = keepDays
        self.action = action
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "class! keep_months=0 keep_days=0 action! *",
        [String.self, Int.self, Int.self, Records.RetentionAction.self, [String: JSON].self])
}

/// What would a name be in an address?
public struct SlugRequest: RatebookRecord {
    /// The name, such as `Café Zürich`.
    public var name: String
    /// Slugs that others have, or had: an old one leads to the new one.
    public var taken: [String]

    public init(
        name: String,
        taken: [String] = []
    ) {
        self.name = name
        self.taken = taken
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "name! taken-[]",
        [String.self, [String].self])
}

/// A tenant's settings are asked for.
public struct SettingsRequest: RatebookRecord {
    /// On behalf of whom.
    public var tenant: String

    public init(
        tenant: String
    ) {
        self.tenant = tenant
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tenant!",
        [String.self])
}

/// How does a tenant stand?
public struct StandingRequest: RatebookRecord {
    /// On behalf of whom.
    public var tenant: String
    /// The present moment.
    public var now: Instant
    /// The status that it is to have from now on; refused when it may not.
    public var becomes: Tenancy.TenantStatus?

    public init(
        tenant: String,
        now: Instant,
        becomes: Tenancy.TenantStatus? = nil
    ) {
        self.tenant = tenant
        self.now = now
        self.becomes = becomes
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tenant! now! becomes?",
        [String.self, Instant.self, Tenancy.TenantStatus.self])
}

/// How a tenant stands, and what that allows.
public struct TenantStanding: RatebookRecord {
    /// Its status.
    public var status: Tenancy.TenantStatus
    /// Since when, to be kept with the status.
    public var since: Instant?
    /// Whether its people may log in.
    public var logIn: Bool
    /// Whether they may read.
    public var reads: Bool
    /// Whether they may write.
    public var writes: Bool
    /// While it is deleted: the moment until which it can be restored.
    public var restoreUntil: Instant?
    /// While it is deleted: the moment from which on what it has is erased, the same one.
    public var purgeAt: Instant?
    /// The status that it may have next, as of now.
    public var next: [Tenancy.TenantStatus]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        status: Tenancy.TenantStatus,
        since: Instant? = nil,
        logIn: Bool,
        reads: Bool,
        writes: Bool,
        restoreUntil: Instant? = nil,
        purgeAt: Instant? = nil,
        next: [Tenancy.TenantStatus]
    ) {
        self.status = status
        self.since = since
        self.logIn = logIn
        self.reads = reads
        self.writes = writes
        self.restoreUntil = restoreUntil
        self.purgeAt = purgeAt
        self.next = next
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "status! since? log_in! reads! writes! restore_until? purge_at? next! *",
        [Tenancy.TenantStatus.self, Instant.self, Bool.self, Bool.self, Bool.self, Instant.self, Instant.self, [Tenancy.TenantStatus].self, [String: JSON].self])
}

/// May somebody do that?
public struct MayRequest: RatebookRecord {
    /// Who.
    public var actor: Tenancy.AccessActor
    /// The permission that it needs, such as `bookings:write`.
    public var action: String
    /// The record it is done with; without one only what holds for every record counts.
    public var record: Tenancy.AccessRecord?

    public init(
        actor: Tenancy.AccessActor,
        action: String,
        record: Tenancy.AccessRecord? = nil
    ) {
        self.actor = actor
        self.action = action
        self.record = record
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "actor! action! record?",
        [Tenancy.AccessActor.self, String.self, Tenancy.AccessRecord.self])
}

/// Who acts, as whoever let them in knows them: from a token or a session, never from what they ask.
public struct AccessActor: RatebookRecord, Identifiable {
    /// Whose they are.
    public var tenant: String
    /// Who.
    public var id: String
    /// Their roles.
    public var roles: [String]
    /// What they may do with single records.
    public var grants: [Tenancy.RecordGrant]
    /// What they may not do with single records, whatever else allows it.
    public var denials: [Tenancy.RecordDenial]
    /// The most that they may, whatever their roles and grants allow: the scopes of the key by which they come. All of it where they
    /// come by none.
    public var scopes: [String]?
    /// Whether they run the platform: they may do everything, and all of it is audited.
    public var superAdmin: Bool
    /// Whether someone who runs the platform acts in a tenant that is not their own; it has to be said.
    public var acrossTenants: Bool

    public init(
        tenant: String,
        id: String,
        roles: [String] = [],
        grants: [Tenancy.RecordGrant] = [],
        denials: [Tenancy.RecordDenial] = [],
        scopes: [String]? = nil,
        superAdmin: Bool = false,
        acrossTenants: Bool = false
    ) {
        self.tenant = tenant
        self.id = id
        self.roles = roles
        self.grants = grants
        self.denials = denials
        self.scopes = scopes
        self.superAdmin = superAdmin
        self.acrossTenants = acrossTenants
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tenant! id! roles-[] grants-[] denials-[] scopes? super_admin-false across_tenants-false",
        [String.self, String.self, [String].self, [Tenancy.RecordGrant].self, [Tenancy.RecordDenial].self, [String].self, Bool.self, Bool.self])
}

/// What somebody may do with one record.
public struct RecordGrant: RatebookRecord {
    /// The record's id.
    public var record: String
    /// What may be done.
    public var permissions: [String]

    public init(
        record: String,
        permissions: [String]
    ) {
        self.record = record
        self.permissions = permissions
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record! permissions!",
        [String.self, [String].self])
}

/// What somebody may not do with one record.
public struct RecordDenial: RatebookRecord {
    /// The record's id.
    public var record: String
    /// What may not be done: `bookings:write`, `bookings:*`, `*`.
    public var permissions: [String]

    public init(
        record: String,
        permissions: [String]
    ) {
        self.record = record
        self.permissions = permissions
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "record! permissions!",
        [String.self, [String].self])
}

/// The record that something is done with.
public struct AccessRecord: RatebookRecord {
    /// Whose it is.
    public var tenant: String
    /// Its id; none when it is only about to be made.
    public var id: String?
    /// What is in it: at least the fields by which relations are told.
    public var fields: [String: JSON]

    public init(
        tenant: String,
        id: String? = nil,
        fields: [String: JSON] = [:]
    ) {
        self.tenant = tenant
        self.id = id
        self.fields = fields
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tenant! id? fields-{}",
        [String.self, String.self, [String: JSON].self])
}

/// Whether somebody may, and why.
public struct AccessVerdict: RatebookRecord {
    /// Whether they may.
    public var allowed: Bool
    /// What allows it; nothing when refused.
    public var via: Tenancy.AccessVia?
    /// The permission they lack; nothing when allowed.
    public var missing: String?
    /// The role that denies it, whatever else allows it.
    public var deniedBy: String?
    /// The record with which it is denied to them, whatever else allows it.
    public var deniedOn: String?
    /// Whether it has to be audited: refused attempts, audited permissions, and all that a super-admin does.
    public var audit: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        allowed: Bool,
        via: Tenancy.AccessVia? = nil,
        missing: String? = nil,
        deniedBy: String? = nil,
        deniedOn: String? = nil,
        audit: Bool
    ) {
        self.allowed = allowed
        self.via = via
        self.missing = missing
        self.deniedBy = deniedBy
        self.deniedOn = deniedOn
        self.audit = audit
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "allowed! via? missing? denied_by? denied_on? audit! *",
        [Bool.self, Tenancy.AccessVia.self, String.self, String.self, String.self, Bool.self, [String: JSON].self])
}

/// What allows something.
public enum AccessVia: RatebookValue {
    /// A role of that name.
    case role(String)
    /// A relation of that name to the record, such as `own`.
    case relation(String)
    /// A grant on the record of that id.
    case grant(String)
    /// They run the platform.
    case superAdmin
    /// What a newer engine knows and this version does not, kept as it is.
    case unknown(JSON)

    public init(from reader: inout WireReader) throws(WireFault) {
        switch try reader.choice(words: "super_admin", holding: "role relation grant") {
        case 0: self = .superAdmin
        case 1: self = .role(try reader.held())
        case 2: self = .relation(try reader.held())
        case 3: self = .grant(try reader.held())
        default: self = .unknown(try reader.json())
        }
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .role(let held): writer.choice("role", held)
        case .relation(let held): writer.choice("relation", held)
        case .grant(let held): writer.choice("grant", held)
        case .superAdmin: writer.write("super_admin")
        case .unknown(let json): json.write(to: &writer)
        }
    }
}

/// What may somebody see of a record?
public struct MaskRequest: RatebookRecord {
    /// Who looks at it.
    public var actor: Tenancy.AccessActor
    /// The kind of record, as the rules name it.
    public var entity: String
    /// The record with its fields.
    public var record: Tenancy.AccessRecord

    public init(
        actor: Tenancy.AccessActor,
        entity: String,
        record: Tenancy.AccessRecord
    ) {
        self.actor = actor
        self.entity = entity
        self.record = record
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "actor! entity! record!",
        [Tenancy.AccessActor.self, String.self, Tenancy.AccessRecord.self])
}

/// A record as somebody may see it.
public struct MaskedRecord: RatebookRecord {
    /// Its fields; in the place of what is hidden stand eight stars.
    public var fields: [String: JSON]
    /// What is hidden, as JSON pointers into the fields.
    public var masked: [String]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        fields: [String: JSON],
        masked: [String]
    ) {
        self.fields = fields
        self.masked = masked
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "fields! masked! *",
        [[String: JSON].self, [String].self, [String: JSON].self])
}

/// Is a feature on?
public struct FlagRequest: RatebookRecord {
    /// Which one.
    public var flag: String
    /// For whom.
    public var subject: Tenancy.FlagSubject

    public init(
        flag: String,
        subject: Tenancy.FlagSubject
    ) {
        self.flag = flag
        self.subject = subject
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "flag! subject!",
        [String.self, Tenancy.FlagSubject.self])
}

/// For whom is asked.
public struct FlagSubject: RatebookRecord {
    /// On behalf of whom.
    public var tenant: String
    /// The present moment.
    public var now: Instant
    /// Who of the tenant, such as a user's id: percentages are of them. Of the tenants themselves when not given.
    public var id: String?
    /// Their roles.
    public var roles: [String]
    /// The tenant's plan.
    public var plan: String?

    public init(
        tenant: String,
        now: Instant,
        id: String? = nil,
        roles: [String] = [],
        plan: String? = nil
    ) {
        self.tenant = tenant
        self.now = now
        self.id = id
        self.roles = roles
        self.plan = plan
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tenant! now! id? roles-[] plan?",
        [String.self, Instant.self, String.self, [String].self, String.self])
}

/// Whether a feature is on, and why.
public struct FlagAnswer: RatebookRecord {
    /// Which one.
    public var flag: String
    /// Whether it is on.
    public var on: Bool
    /// The rule that decided.
    public var decidedBy: Tenancy.FlagRule
    /// The role or plan that decided.
    public var name: String?
    /// Where a percentage decided: it is on for those whose share, from 0.00 to 99.99, is below the percentage.
    public var share: Amount?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        flag: String,
        on: Bool,
        decidedBy: Tenancy.FlagRule,
        name: String? = nil,
        share: Amount? = nil
    ) {
        self.flag = flag
        self.on = on
        self.decidedBy = decidedBy
        self.name = name
        self.share = share
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "flag! on! decided_by! name? share? *",
        [String.self, Bool.self, Tenancy.FlagRule.self, String.self, Amount.self, [String: JSON].self])
}

/// A rule that decides whether a feature is on, in their order.
public struct FlagRule: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// What it is for this tenant.
    public static var forced: Self { Self(word: "forced") }
    /// It has not started, or has ended.
    public static var schedule: Self { Self(word: "schedule") }
    /// A role.
    public static var role: Self { Self(word: "role") }
    /// The plan.
    public static var plan: Self { Self(word: "plan") }
    /// A percentage.
    public static var percentage: Self { Self(word: "percentage") }
    /// Nothing else.
    public static var otherwise: Self { Self(word: "otherwise") }

    public static var words: StaticString { "forced schedule role plan percentage otherwise" }
}

/// Are these values and tags right for a thing of that kind?
public struct CheckFieldsRequest: RatebookRecord {
    /// On behalf of whom.
    public var tenant: String
    /// What kind of thing.
    public var entity: String
    /// Its values by field; numbers and dates as text.
    public var values: [String: JSON]
    /// Its tags.
    public var tags: [String]
    /// Values of unique fields that other things have.
    public var taken: [String: [String]]

    public init(
        tenant: String,
        entity: String,
        values: [String: JSON] = [:],
        tags: [String] = [],
        taken: [String: [String]] = [:]
    ) {
        self.tenant = tenant
        self.entity = entity
        self.values = values
        self.tags = tags
        self.taken = taken
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tenant! entity! values-{} tags-[] taken-{}",
        [String.self, String.self, [String: JSON].self, [String].self, [String: [String]].self])
}

/// Values and tags as they are to be stored.
public struct CheckedFields: RatebookRecord {
    /// The values: texts without blanks around them, numbers without zeros at their end.
    public var values: [String: JSON]
    /// The tags in small letters, each once.
    public var tags: [String]
    /// The fields whose values no other thing may have: look them up, or let the store's index decide.
    public var unique: [String]
    /// Values of fields that are not, or no longer, defined.
    public var archived: [String: JSON]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        values: [String: JSON],
        tags: [String],
        unique: [String],
        archived: [String: JSON]
    ) {
        self.values = values
        self.tags = tags
        self.unique = unique
        self.archived = archived
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "values! tags! unique! archived! *",
        [[String: JSON].self, [String].self, [String].self, [String: JSON].self, [String: JSON].self])
}

/// May this change be made?
public struct CheckPoliciesRequest: RatebookRecord {
    /// On behalf of whom.
    public var tenant: String
    /// What would be after the change.
    public var subject: Tenancy.PolicySubject

    public init(
        tenant: String,
        subject: Tenancy.PolicySubject
    ) {
        self.tenant = tenant
        self.subject = subject
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "tenant! subject!",
        [String.self, Tenancy.PolicySubject.self])
}

/// Something that policies are asked about.
public struct PolicySubject: RatebookRecord, Identifiable {
    /// Which one.
    public var id: String
    /// What is known of it; decimals and days as text.
    public var facts: [String: JSON]

    public init(
        id: String,
        facts: [String: JSON]
    ) {
        self.id = id
        self.facts = facts
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! facts!",
        [String.self, [String: JSON].self])
}

/// What all policies say, and what follows.
public struct PolicyDecision: RatebookRecord {
    /// About what.
    public var subject: String
    /// The gravest of the verdicts.
    public var overall: Tenancy.PolicyOutcome
    /// What each policy says, in the order of the definition.
    public var verdicts: [Tenancy.PolicyVerdict]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        subject: String,
        overall: Tenancy.PolicyOutcome,
        verdicts: [Tenancy.PolicyVerdict]
    ) {
        self.subject = subject
        self.overall = overall
        self.verdicts = verdicts
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "subject! overall! verdicts! *",
        [String.self, Tenancy.PolicyOutcome.self, [Tenancy.PolicyVerdict].self, [String: JSON].self])
}

/// What follows of a policy, or of all of them; the graver ones last.
public struct PolicyOutcome: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It holds.
    public static var compliant: Self { Self(word: "compliant") }
    /// It does not, which is told.
    public static var warned: Self { Self(word: "warned") }
    /// A fact is missing, so nobody can say.
    public static var unchecked: Self { Self(word: "unchecked") }
    /// It does not, and somebody has to approve.
    public static var approvalNeeded: Self { Self(word: "approval_needed") }
    /// It does not, and the change is not made.
    public static var denied: Self { Self(word: "denied") }

    public static var words: StaticString { "compliant warned unchecked approval_needed denied" }
}

/// What one policy says.
public struct PolicyVerdict: RatebookRecord {
    /// Which policy.
    public var policy: String
    /// What it is about.
    public var kind: Records.PolicyKind
    /// What follows.
    public var outcome: Tenancy.PolicyOutcome
    /// What is said when it does not hold.
    public var message: String?
    /// The figure; decimals and days as text.
    public var figure: JSON?
    /// The limit.
    public var limit: JSON?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        policy: String,
        kind: Records.PolicyKind,
        outcome: Tenancy.PolicyOutcome,
        message: String? = nil,
        figure: JSON? = nil,
        limit: JSON? = nil
    ) {
        self.policy = policy
        self.kind = kind
        self.outcome = outcome
        self.message = message
        self.figure = figure
        self.limit = limit
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "policy! kind! outcome! message? figure? limit? *",
        [String.self, Records.PolicyKind.self, Tenancy.PolicyOutcome.self, String.self, JSON.self, JSON.self, [String: JSON].self])
}
}
