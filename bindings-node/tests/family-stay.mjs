// The example that every language shares: a family of four over Christmas.

export const familyList = {
  code: 'RL-2611-0001',
  name: 'Seaside family room',
  currency: 'EUR',
  valid: { first: '2026-11-01', last: '2027-10-31' },
  unit: 'night',
  people: { maxAdults: 3, maxPeople: 5 },
  prices: { byAdults: { 1: '95', 2: '120', 3: '150' }, child: '40' },
  ageBands: [
    { name: 'infant', minAge: 0, maxAge: 1, price: 'free' },
    { name: 'child', minAge: 2, maxAge: 11, price: { percent: { percent: '50', of: 'child' } } },
  ],
  seasons: [
    { name: 'low', days: [{ first: '2026-11-01', last: '2026-12-19' }], price: { multiply: '0.85' } },
    { name: 'peak', days: [{ first: '2026-12-20', last: '2027-01-05' }], price: { multiply: '1.40' } },
  ],
  supplements: [{ code: 'weekend', name: 'weekend', weekdays: ['fri', 'sat'], per: 'night', price: { amount: '15' } }],
  discounts: [
    { name: '7 nights or more', rule: { lengthOfStay: { tiers: [{ atLeast: 7, off: { percent: '5' } }] } } },
    { name: 'booked 60 days ahead', rule: { earlyBird: { tiers: [{ atLeast: 60, off: { percent: '10' } }] } } },
  ],
  taxes: [
    { name: 'VAT', rate: { percent: '10' } },
    { name: 'city tax', rate: { fixed: { amount: '2.50', per: 'adult_night' } } },
  ],
}

export const familyStay = {
  checkIn: '2026-12-18',
  checkOut: '2026-12-25',
  adults: 2,
  children: [8, 1],
  bookedOn: '2026-09-01',
}

export const familyTotal = { amount: '1236.86', currency: 'EUR' }
