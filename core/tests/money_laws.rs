//! The laws of money, over amounts nobody thought of.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use ratebook::Code;
use ratebook::money::{
    AllocateRequest, AllocationMethod, ConvertRequest, Currency, CurrencyMark, Decimal, ExchangeRate, ExchangeRates,
    FormatRequest, FromGatewayRequest, Gateway, GatewayUse, Locale, Money, ParseRequest, RoundRequest, RoundingMode,
    RoundingStep, Shares, SumRequest, ToGatewayRequest, WrittenDigits, allocate, convert, format, from_gateway, parse,
    round, sum, to_gateway,
};
use ratebook::time::Instant;

const MODES: [RoundingMode; 4] = [
    RoundingMode::HalfUp,
    RoundingMode::HalfEven,
    RoundingMode::Up,
    RoundingMode::Down,
];

const METHODS: [AllocationMethod; 3] = [
    AllocationMethod::LargestRemainder,
    AllocationMethod::First,
    AllocationMethod::OneEach,
];

fn decimal(scale: impl Strategy<Value = u32>, most: i128) -> impl Strategy<Value = Decimal> {
    (-most..=most, scale).prop_map(|(units, scale)| Decimal::from_units(units, scale).unwrap())
}

fn currency() -> impl Strategy<Value = Currency> {
    let known = Currency::ALL
        .into_iter()
        .filter(|currency| currency.iso_minor_unit().is_some());
    prop::sample::select(known.collect::<Vec<_>>())
}

fn whole_money() -> impl Strategy<Value = Money> {
    (-10_i128.pow(20)..10_i128.pow(20), currency())
        .prop_map(|(units, currency)| Money::new(Decimal::from_units(units, currency.minor_unit()).unwrap(), currency))
}

fn locale() -> impl Strategy<Value = Locale> {
    prop::sample::select(vec![
        Locale::EnUs,
        Locale::EnIn,
        Locale::Es,
        Locale::Fr,
        Locale::De,
        Locale::Hi,
    ])
}

fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

proptest! {
    #[test]
    fn shares_add_up_to_the_total(
        total in whole_money(),
        weights in prop::collection::vec((0_i128..10_i128.pow(9), 0_u32..6), 1..30),
        method in prop::sample::select(METHODS.to_vec()),
    ) {
        let weights: Vec<_> = weights
            .into_iter()
            .map(|(units, scale)| Decimal::from_units(units, scale).unwrap())
            .collect();
        let among = Shares::Weights(weights.clone());
        let shares = allocate(AllocateRequest::new(total, among).with_method(method).with_step(RoundingStep::MinorUnit));
        if weights.iter().all(|weight| weight.is_zero()) {
            prop_assert_eq!(shares.unwrap_err().code(), Code::MoneyAllocation);
            return Ok(());
        }
        let shares = shares.unwrap();
        for (share, weight) in shares.iter().zip(&weights) {
            prop_assert!(!weight.is_zero() || share.amount.is_zero());
            prop_assert!(share.amount.is_zero() || share.amount.is_negative() == total.amount.is_negative());
        }
        prop_assert_eq!(sum(SumRequest::new(shares)).unwrap(), total);
    }

    #[test]
    fn equal_parts_differ_by_one_step_at_most(total in whole_money(), parts in 1_u32..200, one_each in any::<bool>()) {
        let method = if one_each { AllocationMethod::OneEach } else { AllocationMethod::LargestRemainder };
        let request = AllocateRequest::new(total, Shares::Parts(parts)).with_method(method).with_step(RoundingStep::MinorUnit);
        let amounts: Vec<_> = allocate(request).unwrap().iter().map(|share| share.amount).collect();
        let spread = amounts.iter().max().unwrap().minus(*amounts.iter().min().unwrap()).unwrap();
        prop_assert!(spread <= Decimal::from_units(1, total.currency.minor_unit()).unwrap());
    }

    /// What is left over goes out in steps of one, from the first share with a weight on: the shares that got one stand before
    /// those that did not.
    #[test]
    fn one_step_each_goes_to_the_first(
        total in whole_money(),
        weights in prop::collection::vec(0_i128..10_i128.pow(9), 1..30),
    ) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let digits = total.currency.minor_unit();
        let units = total.amount.units(digits).unwrap();
        let all: i128 = weights.iter().sum();
        let among = Shares::Weights(weights.iter().map(|weight| Decimal::from_units(*weight, 0).unwrap()).collect());
        let shares = allocate(AllocateRequest::new(total, among).with_method(AllocationMethod::OneEach)).unwrap();
        let more = shares.iter().zip(&weights).filter(|(_, weight)| **weight > 0).map(|(share, weight)| {
            share.amount.units(digits).unwrap().abs() - units.abs() * weight / all
        });
        let more: Vec<i128> = more.collect();
        prop_assert!(more.iter().all(|one| (0..=1).contains(one)));
        prop_assert!(more.is_sorted_by(|one, next| one >= next));
    }

    #[test]
    fn what_is_written_is_read_back(
        amount in decimal(0_u32..12, 10_i128.pow(24)),
        currency in prop::sample::select(Currency::ALL.to_vec()),
        locale in locale(),
        by_code in any::<bool>(),
    ) {
        let money = Money::new(amount, currency);
        let mark = if by_code { CurrencyMark::Code } else { CurrencyMark::Symbol };
        let written = |digits| format(FormatRequest::new(money, locale).with_digits(digits).with_mark(mark)).unwrap();
        let read = |text| parse(ParseRequest::new(text, locale, currency)).unwrap();
        prop_assert_eq!(read(written(WrittenDigits::Exact)), money);
        // A guest sees whole cents, whatever a percentage made of the amount.
        for digits in [WrittenDigits::Display, WrittenDigits::MinorUnit] {
            let whole = currency.iso_minor_unit().map_or(money, |_| money.rounded(RoundingMode::HalfUp).unwrap());
            prop_assert_eq!(read(written(digits)), whole);
        }
    }

    #[test]
    fn no_text_brings_reading_down(text in "\\PC{0,24}", locale in locale(), currency in currency()) {
        let _ = parse(ParseRequest::new(text, locale, currency));
    }

    #[test]
    fn rounding_again_changes_nothing(
        amount in decimal(0_u32..9, 10_i128.pow(18)),
        currency in currency(),
        mode in prop::sample::select(MODES.to_vec()),
        step in prop::sample::select(vec![
            RoundingStep::MinorUnit,
            RoundingStep::Cash,
            RoundingStep::Of("0.25".parse().unwrap()),
            RoundingStep::Of("7".parse().unwrap()),
        ]),
    ) {
        let money = Money::new(amount, currency);
        let once = round(RoundRequest::new(money).with_mode(mode).with_step(step)).unwrap();
        let off = once.minus(money).unwrap().amount.abs();
        let size = step.size(currency).unwrap();
        let half = matches!(mode, RoundingMode::HalfUp | RoundingMode::HalfEven);
        prop_assert!(off < size);
        prop_assert!(!half || off.plus(off).unwrap() <= size);
        for mode in MODES {
            prop_assert_eq!(round(RoundRequest::new(once).with_mode(mode).with_step(step)).unwrap(), once);
        }
    }

    #[test]
    fn conversion_is_within_half_a_unit_and_comes_back(units in -10_i128.pow(12)..10_i128.pow(12), rate in 1_000_000_i128..10_i128.pow(10)) {
        // From one upwards, so that what is lost there is less than half a cent here.
        let rate = Decimal::from_units(rate, 6).unwrap();
        let (euro, dollar): (Currency, Currency) = ("EUR".parse().unwrap(), "USD".parse().unwrap());
        let as_of = instant("2026-11-20T12:00:00Z");
        let rates = ExchangeRates::new([ExchangeRate::new(euro.into(), dollar.into(), rate, as_of, "desk")]);
        let into = |money, currency| {
            let (rates, mode, step) = (rates.clone(), RoundingMode::HalfUp, RoundingStep::MinorUnit);
            let request =
                ConvertRequest::new(money, currency, rates, as_of).with_max_age_seconds(60).with_mode(mode).with_step(step);
            convert(request).unwrap().money
        };
        let money = Money::new(Decimal::from_units(units, 2).unwrap(), euro);
        let back = into(into(money, dollar), euro);
        prop_assert_eq!(back, money);
        let exact = money.times(rate).unwrap();
        let off = into(money, dollar).amount.minus(exact.amount).unwrap().abs();
        prop_assert!(off <= "0.005".parse().unwrap());
    }

    #[test]
    fn what_a_gateway_takes_comes_back(
        units in -10_i128.pow(12)..10_i128.pow(12),
        currency in currency(),
        gateway in prop::sample::select(vec![Gateway::Stripe, Gateway::Paypal, Gateway::Razorpay, Gateway::Square]),
        payout in any::<bool>(),
    ) {
        let money = Money::new(Decimal::from_units(units, currency.minor_unit()).unwrap(), currency);
        let purpose = if payout { GatewayUse::Payout } else { GatewayUse::Charge };
        match to_gateway(ToGatewayRequest::new(money, gateway).with_purpose(purpose)) {
            Ok(counted) => {
                let back = from_gateway(FromGatewayRequest::new(gateway, currency, counted.units)).unwrap();
                prop_assert_eq!(back, money);
                prop_assert_eq!(counted.amount, money.amount);
            }
            Err(error) => prop_assert!(matches!(error.code(), Code::MoneyGatewayAmount | Code::MoneyGatewayCurrency)),
        }
    }
}
