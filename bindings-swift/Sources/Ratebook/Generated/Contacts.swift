// Written by `cargo xtask generate`.

import Foundation

/// What goes out to whom, and when.
public struct ContactPlanDefinition: RatebookRecord {
    /// The zone of its clock.
    public var zone: String
    /// When nothing goes out but what is about bills and security: it waits for their end.
    public var quietHours: OpeningHours?
    /// The ways on which something goes out, such as `email`.
    public var channels: [String]
    /// What the conditions can look at.
    public var facts: [String: String]
    /// What goes out.
    public var contacts: [ContactRule]
    /// What the tenant wants, for those who did not say what they want; the first that fits counts.
    public var preferences: [ContactPreference]

    public init(
        zone: String,
        quietHours: OpeningHours? = nil,
        channels: [String],
        facts: [String: String] = [:],
        contacts: [ContactRule],
        preferences: [ContactPreference] = []
    ) {
        self.zone = zone
        self.quietHours = quietHours
        self.channels = channels
        self.facts = facts
        self.contacts = contacts
        self.preferences = preferences
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "zone! quiet_hours? channels! facts-{} contacts! preferences-[]",
        [String.self, OpeningHours.self, [String].self, [String: String].self, [ContactRule].self, [ContactPreference].self])
}

/// Something that goes out: once, several times, or every year.
public struct ContactRule: RatebookRecord {
    /// What it is known by.
    public var id: String
    /// What it is for.
    public var purpose: ContactPurpose
    /// On which way it goes out.
    public var channel: String
    /// The date that it is measured from, such as `sent_at`, `departure` or `birthday`. Who has none is not concerned.
    public var anchor: String
    /// How many days after the anchor, or before it when negative: 3, 7 and 14, or -7 and -1.
    public var days: [Int]
    /// How many minutes after it, or before it when negative.
    public var minutes: [Int]
    /// The time of day for those in days; that of the anchor when not given, and 09:00 when the anchor is a day.
    public var at: String?
    /// Whether it recurs on the day of every year after, 29 February on the 28th in common years.
    public var yearly: Bool
    /// Over the facts; always when not given.
    public var when: String?
    /// The states and flags that end it: a decision, a revision, an expiry.
    public var stopsOn: [String]
    /// How many minutes late it may still go out, quiet hours aside. However late when not given; what is yearly one day.
    public var graceMinutes: Int?
    /// Whether it goes out to those about whom nobody said otherwise.
    public var wanted: Bool?

    public init(
        id: String,
        purpose: ContactPurpose,
        channel: String,
        anchor: String,
        days: [Int] = [],
        minutes: [Int] = [],
        at: String? = nil,
        yearly: Bool = false,
        when: String? = nil,
        stopsOn: [String] = [],
        graceMinutes: Int? = nil,
        wanted: Bool? = nil
    ) {
        self.id = id
        self.purpose = purpose
        self.channel = channel
        self.anchor = anchor
        self.days = days
        self.minutes = minutes
        self.at = at
        self.yearly = yearly
        self.when = when
        self.stopsOn = stopsOn
        self.graceMinutes = graceMinutes
        self.wanted = wanted
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "id! purpose! channel! anchor! days-[] minutes-[] at? yearly-false when? stops_on-[] grace_minutes? wanted?",
        [String.self, ContactPurpose.self, String.self, String.self, [Int].self, [Int].self, String.self, Bool.self, String.self, [String].self, Int.self, Bool.self])
}

/// What something that goes out is for.
public enum ContactPurpose: String, RatebookValue, CaseIterable {
    /// Greetings and offers: only with consent.
    case marketing = "marketing"
    /// What belongs to what was ordered.
    case service = "service"
    /// Bills and payments: neither switched off nor delayed.
    case billing = "billing"
    /// Passwords and access: neither switched off nor delayed.
    case security = "security"
}

/// Whether something is wanted: all that has each of what is named, so everything when nothing is.
public struct ContactPreference: RatebookRecord {
    /// This one.
    public var contact: String?
    /// What is for this.
    public var purpose: ContactPurpose?
    /// What goes out on this way.
    public var channel: String?
    /// Whether it is wanted.
    public var wanted: Bool

    public init(
        contact: String? = nil,
        purpose: ContactPurpose? = nil,
        channel: String? = nil,
        wanted: Bool
    ) {
        self.contact = contact
        self.purpose = purpose
        self.channel = channel
        self.wanted = wanted
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "contact? purpose? channel? wanted!",
        [String.self, ContactPurpose.self, String.self, Bool.self])
}

/// What is to be sent now?
public struct ContactsDueRequest: RatebookRecord {
    /// The present moment.
    public var now: Date
    /// `now` of the question before: what was due by then is left to it. Everything that is due when not given, less what was
    /// sent.
    public var since: Date?
    /// The keys that the question before delayed; with `since`, they are looked at again.
    public var delayed: [String]
    /// Whom or what it is about: quotes, bookings, customers, documents.
    public var subjects: [ContactSubject]

    public init(
        now: Date,
        since: Date? = nil,
        delayed: [String] = [],
        subjects: [ContactSubject]
    ) {
        self.now = now
        self.since = since
        self.delayed = delayed
        self.subjects = subjects
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "now! since? delayed-[] subjects!",
        [Date.self, Date.self, [String].self, [ContactSubject].self])
}

/// A quote, a booking, a customer, a document.
public struct ContactSubject: RatebookRecord {
    /// What it is known by.
    public var id: String
    /// Its dates by name: days such as `2026-05-01`, or moments such as `2026-05-01T10:00:00+02:00`.
    public var anchors: [String: String]
    /// When its dates were entered: what would have been due before is due then. What is yearly begins then.
    public var knownAt: Date?
    /// The state that it is in, and its flags: what can stop a contact.
    public var states: [String]
    /// What the conditions look at.
    public var facts: [String: JSON]
    /// Whether whoever receives it agreed to marketing.
    public var marketingConsent: Bool
    /// What whoever receives it wants; the first that fits counts.
    public var preferences: [ContactPreference]
    /// The zone of whoever receives it; that of the plan when not given.
    public var zone: String?
    /// The keys of what was sent.
    public var sent: [String]

    public init(
        id: String,
        anchors: [String: String],
        knownAt: Date? = nil,
        states: [String] = [],
        facts: [String: JSON] = [:],
        marketingConsent: Bool = false,
        preferences: [ContactPreference] = [],
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
        [String.self, [String: String].self, Date.self, [String].self, [String: JSON].self, Bool.self, [ContactPreference].self, String.self, [String].self])
}

/// What is due, in order of time.
public struct ContactsDue: RatebookRecord {
    /// What is to be sent now.
    public var send: [PlannedContact]
    /// What is due and waits for the end of quiet hours.
    public var delayed: [PlannedContact]
    /// What is due and is not sent.
    public var suppressed: [PlannedContact]
    /// The next moment at which something may have to be sent.
    public var nextAt: Date?

    public init(
        send: [PlannedContact],
        delayed: [PlannedContact],
        suppressed: [PlannedContact],
        nextAt: Date? = nil
    ) {
        self.send = send
        self.delayed = delayed
        self.suppressed = suppressed
        self.nextAt = nextAt
    }

    public static let shape = Shape(
        MemoryLayout<Self>.size, "send! delayed! suppressed! next_at?",
        [[PlannedContact].self, [PlannedContact].self, [PlannedContact].self, Date.self])
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
    public var dueAt: Date
    /// When it goes out; never when it is suppressed.
    public var goesAt: Date?
    /// Why it is suppressed.
    public var why: ContactSuppressedWhy?

    public init(
        key: String,
        subject: String,
        contact: String,
        channel: String,
        dueAt: Date,
        goesAt: Date? = nil,
        why: ContactSuppressedWhy? = nil
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
        MemoryLayout<Self>.size, "key! subject! contact! channel! due_at! goes_at? why?",
        [String.self, String.self, String.self, String.self, Date.self, Date.self, ContactSuppressedWhy.self])
}

/// Why something that is due is not sent.
public enum ContactSuppressedWhy: String, RatebookValue, CaseIterable {
    /// It was.
    case sent = "sent"
    /// A state or a flag ended it.
    case stopped = "stopped"
    /// It is not wanted: by whoever receives it, by the tenant, or as a rule.
    case optedOut = "opted_out"
    /// Marketing without consent.
    case noConsent = "no_consent"
    /// Its condition is false.
    case condition = "condition"
    /// It is later than its grace.
    case tooLate = "too_late"
}
