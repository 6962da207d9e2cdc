"""Money: a currency before or after a number, and its parts."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import amount_reader


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("$5 fare", "5 money.sign USD or AUD/BBD/BSD, then fare"),
        ("US$ 20", "20 money.sign USD, then "),
        ("CHF 3.04", "3.04 money.sign CHF, then "),
        ("Rs 500", "500 money.sign INR or LKR/MUR/NPR, then "),
        ("$-5", "-5 money.sign USD or AUD/BBD/BSD, then "),
        ("$ -5", "-5 money.sign USD or AUD/BBD/BSD, then "),
        ("$5m", "5000000 money.sign USD or AUD/BBD/BSD, then "),
        ("$2t", "2E+12 money.sign USD or AUD/BBD/BSD, then "),
        ("$5 5", "5 money.sign USD or AUD/BBD/BSD, then 5"),
        ("$five", "5 money.sign USD or AUD/BBD/BSD, then "),
        ("CHF five", "none"),
        ("CHF\n5", "none"),
        ("$10 dollars", "10 money.sign USD or AUD/BBD/BSD, then "),
        ("US$5 USD", "5 money.sign USD, then "),
        ("$5 Canadian dollars", "5 money.sign CAD, then "),
        ("£5 dollars", "5 money.sign GBP or EGP/FKP/GIP, then dollars"),
        ("$10 cents", "10 money.sign USD or AUD/BBD/BSD, then cents"),
        ("10 $ 30", "10 number.bare -, then $"),
        ("10 $ 30 cents", "10.30 money.word USD or AUD/BBD/BSD, then "),
        ("10$ 30", "10.30 money.word USD or AUD/BBD/BSD, then "),
        ("SEK 5", "5 money.sign SEK, then "),
        ("kr 5", "5 money.sign SEK or DKK/ISK/NOK, then "),
        ("all 5", "none"),
        ("all 5.5", "none"),
        ("C$5", "5 money.sign CAD, then "),
        ("A$5", "5 money.sign AUD, then "),
        ("£5", "5 money.sign GBP or EGP/FKP/GIP, then "),
        ("¥5", "5 money.sign JPY or CNY, then "),
        ("5 dollars", "5 money.word USD or AUD/BBD/BSD, then "),
        ("5 Canadian dollars", "5 money.word CAD, then "),
        ("5-euro note", "5 money.word EUR, then note"),
        ("five pence", "5 of 0.01 money.word GBP, then "),
        ("95p", "95 of 0.01 money.word GBP, then "),
        ("ninety p", "90 number.bare -, then p"),
        ("95 p", "95 number.bare -, then p"),
        ("1.3 billion shekels", "1.3E+9 money.word ILS, then "),
        ("5 $", "5 money.word USD or AUD/BBD/BSD, then "),
        ("5 grand", "5 of 1000 money.word USD or AUD/CAD/EUR, then "),
        ("5 grand pianos", "5 count.noun piano (grand pianos), then grand"),
        ("5 sek", "5 money.word SEK, then "),
        ("5 all", "5 number.bare -, then all"),
        ("5 kr", "5 money.word SEK or DKK/ISK/NOK, then "),
        ("5 R", "5 number.bare -, then r"),
        ("5 won", "5 money.word KRW or KPW, then "),
        ("5 cents", "5 of 0.01 money.word USD or ANG/AUD/AWG, then "),
        ("20 cents", "20 of 0.01 money.word USD or ANG/AUD/AWG, then "),
        ("10 euros", "10 money.word EUR, then "),
        ("half a dollar", "0.5 money.word USD or AUD/BBD/BSD, then "),
        ("tens of dollars", "10 money.word USD or AUD/BBD/BSD, then "),
    ],
)
def test_money(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("$(0.12)", "-0.12 money.brackets USD or AUD/BBD/BSD, then "),
        ("$(1.2) million", "-1200000.0 money.brackets USD or AUD/BBD/BSD, then "),
        ("$(5", "none"),
        ("$(x)", "none"),
        ("($99)", "none"),
        ("loss of |($99)", "none"),
        ("was |($99)", "-99 money.brackets USD or AUD/BBD/BSD, then "),
        ("(1.2) million", "-1200000.0 number.brackets -, then "),
        ("(1.2)", "none"),
        ("(99) ships", "none"),
        ("($1.2 million)", "none"),
        ("($99) million", "-9.9E+7 money.brackets USD or AUD/BBD/BSD, then "),
        ("kr(5)", "none"),
        ("US(5)", "none"),
    ],
)
def test_losses_in_brackets(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("20 dollars and 43 cents", "20.43 money.word USD or AUD/BBD/BSD, then "),
        ("20 dollars 43 cents", "20.43 money.word USD or AUD/BBD/BSD, then "),
        ("20 dollars and 43 pence", "20 money.word USD or AUD/BBD/BSD, then and"),
        ("20 pounds and 43 pence", "20.43 money.word GBP or FKP/GIP, then "),
        ("20 pounds and 43 piastres", "20.43 money.word EGP or LBP/SDG/SYP, then "),
        ("8 dinars and 250 fils", "8.250 money.word IQD or BHD/JOD/KWD, then "),
        ("20 yuan 5 jiao 3 fen", "20.53 money.word CNY, then "),
        ("20 yuan 3 fen 5 jiao", "20.03 money.word CNY, then 5"),
        ("five rials and 200 baisa", "5.200 money.word OMR, then "),
        ("20 dollars and 143 cents", "20 money.word USD or AUD/BBD/BSD, then and"),
        ("20 dollars and 43.", "20.43 money.word USD or AUD/BBD/BSD, then ."),
        ("20 dollars and 43", "20.43 money.word USD or AUD/BBD/BSD, then "),
        ("20 dollars 25!", "20.25 money.word USD or AUD/BBD/BSD, then !"),
        ("20 dollars and 43 ships", "20 money.word USD or AUD/BBD/BSD, then and"),
        ("20 dollars and 9.", "20 money.word USD or AUD/BBD/BSD, then and"),
        ("20 dollars and 10.", "20.10 money.word USD or AUD/BBD/BSD, then ."),
        ("20 dollars and 99.", "20.99 money.word USD or AUD/BBD/BSD, then ."),
        ("20 dollars and 100.", "20 money.word USD or AUD/BBD/BSD, then and"),
        ("20 dollars and nine.", "20 money.word USD or AUD/BBD/BSD, then and"),
        ("20 dollars and ten.", "20.10 money.word USD or AUD/BBD/BSD, then ."),
        ("20.5 dollars and 43.", "20.5 money.word USD or AUD/BBD/BSD, then and"),
        ("20 dollars and 43.5", "20 money.word USD or AUD/BBD/BSD, then and"),
        ("20 dollars and 4.3 cents", "20.043 money.word USD or AUD/BBD/BSD, then "),
        ("20 million dollars and 43 cents", "2E+7 money.word USD or AUD/BBD/BSD, then and"),
        ("$20 and 43 cents", "20.43 money.sign USD or AUD/BBD/BSD, then "),
        ("five dollars and twenty", "5.20 money.word USD or AUD/BBD/BSD, then "),
        ("a dollar and 30 cents", "1.30 money.word USD or AUD/BBD/BSD, then "),
        ("5 cents and 3 cents", "5 of 0.01 money.word USD or ANG/AUD/AWG, then and"),
    ],
)
def test_cents(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read
