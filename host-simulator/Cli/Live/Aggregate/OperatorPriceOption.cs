// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.CommandLine;
using System.Globalization;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Cli.Live.Aggregate;

/// <summary><c>--operator-price BASE/KWH/FEED-IN[/READING[/EXPONENT]]</c>: an operator whose price follows the demand of the cluster.</summary>
internal static class OperatorPriceOption
{
    private const string Form = "BASE/KWH/FEED-IN[/READING[/EXPONENT]], such as 0.10/5/0.08/ratchet/2; readings: pure, ratchet, literal-at-peak, every-rise; exponents 0 to 4";
    private const decimal Million = 1_000_000;

    /// <summary>The option; its value makes the tariff of a market with slots of some seconds.</summary>
    public static Option<Func<int, ITariff>?> Create() => new("--operator-price")
    {
        Description = $"Prices that follow the demand of the cluster: BASE a kWh while its meters import up to KWH in a slot, then by the law of docs/market.md. {Form}",
        HelpName = "B/K/F",
        CustomParser = result => CommonOptions.Parsed(result, Parse(CommonOptions.TextOf(result)), Form),
    };

    private static Func<int, ITariff>? Parse(string text)
    {
        string[] parts = text.Split('/');
        if (parts.Length is < 3 or > 5)
        {
            return null;
        }

        long? basePrice = Millionths(parts[0], PriceMessage.HighestMicros), reference = Millionths(parts[1], long.MaxValue), feedIn = Millionths(parts[2], PriceMessage.HighestMicros);
        PriceReading? reading = parts.Length > 3 ? ReadingOf(parts[3]) : PriceReading.Ratchet;
        int exponent = 2;
        bool isExponent = parts.Length < 5 || int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out exponent);
        return basePrice > 0 && reference > 0 && feedIn is not null && reading is not null && isExponent && exponent <= PriceLaw.HighestExponent
            ? slotSeconds => new OperatorTariff(new PriceLaw((int)basePrice, reference.Value, reading.Value, exponent), (int)feedIn, slotSeconds)
            : null;
    }

    private static PriceReading? ReadingOf(string name) => name switch
    {
        "pure" => PriceReading.Pure,
        "ratchet" => PriceReading.Ratchet,
        "literal-at-peak" => PriceReading.LiteralAtPeak,
        "every-rise" => PriceReading.EveryRise,
        _ => null,
    };

    private static long? Millionths(string text, long highest) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number <= highest / Million ? (long)(number * Million) : null;
}
