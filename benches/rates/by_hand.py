"""The family stay as a backend would write it by hand with `decimal`: total alone, and with lines."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ROOM = {1: Decimal(95), 2: Decimal(120), 3: Decimal(150)}
SEASONS = [
    (date(2026, 11, 1), date(2026, 12, 19), Decimal("0.85")),
    (date(2026, 12, 20), date(2027, 1, 5), Decimal("1.40")),
]
WEEKEND, CHILD, VAT, CITY = Decimal(15), Decimal(40), Decimal("0.10"), Decimal("2.50")
BANDS = [(0, 1, Decimal(0)), (2, 11, Decimal("0.5"))]


def cents(amount):
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def price(check_in, check_out, adults, children, booked_on, lines=None):
    """Gives the total; collects a line for every step when `lines` is a list."""
    nights = (check_out - check_in).days
    subtotal = Decimal(0)
    for offset in range(nights):
        day = check_in + timedelta(days=offset)
        amount = ROOM[adults]
        for first, last, factor in SEASONS:
            if first <= day <= last:
                amount = amount * factor
                break
        amount = cents(amount)
        subtotal += amount
        if lines is not None:
            lines.append(("night", day, amount))
        if day.weekday() in (4, 5):
            subtotal += WEEKEND
            if lines is not None:
                lines.append(("weekend", day, WEEKEND))
        for age in children:
            for low, high, share in BANDS:
                if low <= age <= high:
                    child = cents(CHILD * share)
                    subtotal += child
                    if lines is not None:
                        lines.append(("child", day, child))
                    break
    best = Decimal(0)
    if nights >= 7:
        best = Decimal("0.05")
    if (check_in - booked_on).days >= 60:
        best = max(best, Decimal("0.10"))
    discount = cents(subtotal * best)
    net = subtotal - discount
    vat = cents(net * VAT)
    city = CITY * adults * nights
    if lines is not None:
        lines += [("discount", None, -discount), ("vat", None, vat), ("city tax", None, city)]
    return net + vat + city
