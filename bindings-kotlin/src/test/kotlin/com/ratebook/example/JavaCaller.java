package com.ratebook.example;

import com.ratebook.RateList;
import com.ratebook.money.Money;
import com.ratebook.money.SumRequest;
import com.ratebook.rates.PriceRequest;
import com.ratebook.rates.PriceUnit;
import com.ratebook.rates.Prices;
import com.ratebook.rates.RateListDefinition;
import com.ratebook.time.DayRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The package as Java sees it: what is not set need not be given. */
public final class JavaCaller {
    private JavaCaller() {}

    public static String total() {
        RateListDefinition definition = RateListDefinition.builder()
            .name("Double room")
            .currency("EUR")
            .unit(PriceUnit.NIGHT)
            .valid(new DayRange(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 10, 31)))
            .prices(Prices.builder().byAdults(Map.of(2, new BigDecimal("120"))).build())
            .build();
        PriceRequest stay = PriceRequest.builder()
            .checkIn(LocalDate.of(2027, 1, 4))
            .checkOut(LocalDate.of(2027, 1, 6))
            .adults(2)
            .build();
        try (RateList list = new RateList(definition)) {
            Money total = list.total(stay);
            return Money.sum(SumRequest.builder().amounts(List.of(total)).build()).getAmount().toPlainString();
        }
    }
}
