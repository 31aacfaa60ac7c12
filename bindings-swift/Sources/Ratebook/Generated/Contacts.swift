// Written by `cargo xtask generate`.

import Foundation

extension Contacts {
/// What goes out to whom, and when.
public struct ContactPlanDefinition: RatebookRecord {
    /// The zone of its clock.
    public var zone: String
    /// When nothing goes out but what is about bills and security: it waits for their end.
    public var quietHours: Time.OpeningHours?
    /// The ways on which something goes out, such as `email`.
    public var channels: [String]
    /// What the conditions can look at.
    public var facts: [String: String]
    /// What goes out.
    public var contacts: [Records.ContactRule]
    /// What the tenant wants, for those who did not say what they want; the first that fits counts.
    public var preferences: [Contacts.ContactPreference]
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        zone: String,
        quietHours: Time.OpeningHours? = nil,
        channels: [String],
        facts: [String: String] = [:],
        contacts: [Records.ContactRule],
        preferences: [Contacts.ContactPreference] = []
    ) {
        self.zone = zone
        self.quietHours = quietHours
        self.channels = channels
        self.facts = facts
        self.contacts = contacts
        self.preferences = preferences
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! quiet_hours? channels! facts-{} contacts! preferences-[] *",
        [String.self, Time.OpeningHours.self, [String].self, [String: String].self, [Records.ContactRule].self, [Contacts.ContactPreference].self, [String: JSON].self])
}

/// Whether something is wanted: all that has each of what is named, so everything when nothing is.
public struct ContactPreference: RatebookRecord {
    /// This one.
    public var contact: String?
    /// What is for this.
    public var purpose: Records.ContactPurpose?
    /// What goes out on this way.
    public var channel: String?
    /// Whether it is wanted.
    public var wanted: Bool
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        contact: String? = nil,
        purpose: Records.ContactPurpose? = nil,
        channel: String? = nil,
        wanted: Bool
    ) {
        self.contact = contact
        self.purpose = purpose
        self.channel = channel
        self.wanted = wanted
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "contact? purpose? channel? wanted! *",
        [String.self, Records.ContactPurpose.self, String.self, Bool.self, [String: JSON].self])
}

/// What is to be sent now?
public struct ContactsDueRequest: RatebookRecord {
    /// The present moment.
    public var now: Instant
    /// `now` of the question before: what was due by then is left to it. Everything that is due when not given, less what was
    /// sent.
    public var since: Instant?
    /// The keys that the question before delayed; with `since`, they are looked at again.
    public var delayed: [String]
    /// Whom or what it is about: quotes, bookings, customers, documents.
    public var subjects: [Contacts.ContactSubject]

    public init(
        now: Instant,
        since: Instant? = nil,
        delayed: [String] = [],
        subjects: [Contacts.ContactSubject]
    ) {
        self.now = now
        self.since = since
        self.delayed = delayed
        self.subjects = subjects
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! since? delayed-[] subjects!",
        [Instant.self, Instant.self, [String].self, [Contacts.ContactSubject].self])
}

/// A quote, a booking, a customer, a document.
public struct ContactSubject: RatebookRecord, Identifiable {
    /// What it is known by.
    public var id: String
    /// Its dates by name: days such as `2026-05-01`, or moments such as `2026-05-01T10:00:00+02:00`.
    public var anchors: [String: String]
    /// When its dates were entered: what would have been due before is due then. What is yearly begins then.
    public var knownAt: Instant?
    /// The state that it is in, and its flags: what can stop a contact.
    public var states: [String]
    /// What the conditions look at.
    public var facts: [String: JSON]
    /// Whether whoever receives it agreed to marketing.
    public var marketingConsent: Bool
    /// What whoever receives it wants; the first that fits counts.
    public var preferences: [Contacts.ContactPreference]
    /// The zone of whoever receives it; that of the plan when not given.
    public var zone: String?
    /// The keys of what was sent.
    public var sent: [String]

    public init(
        id: String,
        anchors: [String: String],
        knownAt: Instant? = nil,
        states: [String] = [],
        facts: [String: JSON] = [:],
        marketingConsent: Bool = false,
        preferences: [Contacts.ContactPreference] = [],
        zone: String? = nil,
        sent: [String] = []
    ) {
        self.id = id
        self.anchors = anchors
        self.knownAt = knownAt
        self.states = states
        self.facts = facts
        self.marketingConsent = marketingConsent
        self.preferences = preferences
        self.zone = zone
        self.sent = sent
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! anchors! known_at? states-[] facts-{} marketing_consent-false preferences-[] zone? sent-[]",
        [String.self, [String: String].self, Instant.self, [String].self, [String: JSON].self, Bool.self, [Contacts.ContactPreference].self, String.self, [String].self])
}

/// What is due, in order of time.
public struct ContactsDue: RatebookRecord {
    /// What is to be sent now.
    public var send: [Contacts.PlannedContact]
    /// What is due and waits for the end of quiet hours.
    public var delayed: [Contacts.PlannedContact]
    /// What is due and is not sent.
    public var suppressed: [Contacts.PlannedContact]
    /// The next moment at which something may have to be sent.
    public var nextAt: Instant?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        send: [Contacts.PlannedContact],
        delayed: [Contacts.PlannedContact],
        suppressed: [Contacts.PlannedContact],
        nextAt: Instant? = nil
    ) {
        self.send = send
        self.delayed = delayed
        self.suppressed = suppressed
        self.nextAt = nextAt
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "send! delayed! suppressed! next_at? *",
        [[Contacts.PlannedContact].self, [Contacts.PlannedContact].self, [Contacts.PlannedContact].self, Instant.self, [String: JSON].self])
}

/// Something that goes out once.
public struct PlannedContact: RatebookRecord {
    /// Subject, contact and occurrence: the same however often it is asked for.
    public var key: String
    /// Whom or what it is about.
    public var subject: String
    /// Which contact.
    public var contact: String
    /// On which way.
    public var channel: String
    /// When it was to go out by its date alone.
    public var dueAt: Instant
    /// When it goes out; never when it is suppressed.
    public var goesAt: Instant?
    /// Why it is suppressed.
    public var why: Contacts.ContactSuppressedWhy?
    /// Fields that a newer engine gave and that are not known here, kept as they are.
    public var unknownFields: [String: JSON] = [:]

    public init(
        key: String,
        subject: String,
        contact: String,
        channel: String,
        dueAt: Instant,
        goesAt: Instant? = nil,
        why: Contacts.ContactSuppressedWhy? = nil
    ) {
        self.key = key
        self.subject = subject
        self.contact = contact
        self.channel = channel
        self.dueAt = dueAt
        self.goesAt = goesAt
        self.why = why
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "key! subject! contact! channel! due_at! goes_at? why? *",
        [String.self, String.self, String.self, String.self, Instant.self, Instant.self, Contacts.ContactSuppressedWhy.self, [String: JSON].self])
}

/// Why something that is due is not sent.
public struct ContactSuppressedWhy: RatebookWord {
    public let rawValue: String

    public init(word: String) { rawValue = word }

    /// It was.
    public static var sent: Self { Self(word: "sent") }
    /// A state or a flag ended it.
    public static var stopped: Self { Self(word: "stopped") }
    /// It is not wanted: by whoever receives it, by the tenant, or as a rule.
    public static var optedOut: Self { Self(word: "opted_out") }
    /// Marketing without consent.
    public static var noConsent: Self { Self(word: "no_consent") }
    /// Its condition is false.
    public static var condition: Self { Self(word: "condition") }
    /// It is later than its grace.
    public static var tooLate: Self { Self(word: "too_late") }

    public static var words: StaticString { "sent stopped opted_out no_consent condition too_late" }
}
}
