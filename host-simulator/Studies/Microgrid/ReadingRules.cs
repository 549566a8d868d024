// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>Refuses readings that mean nothing, naming the option and its range.</summary>
public static class ReadingRules
{
    /// <summary>Checks every number of a reading.</summary>
    /// <exception cref="FormatException">A number is out of its range.</exception>
    public static void Check(Reading reading)
    {
        Fraction("exploration", reading.Exploration);
        Fraction("discount", reading.Discount);
        Fraction("learning-rate", reading.LearningRate);
        Fraction("detection", reading.Detection);
        Fraction("generation-spread", reading.GenerationSpread);
        Fraction("ask-step", reading.AskStep);
        Range("demand-sd", reading.DemandSd, 0, 10);
        Range("base-load", reading.BaseLoadKw, 0, 1000);
        Range("extra-demand", reading.ExtraDemand, 0, 100);
        Range("ask-floor", reading.AskFloor, 0, 1e6);
        Range("base-price", reading.BasePrice, 1e-6, 1e6);
        Range("reference-fraction", reading.ReferenceFraction, 1e-6, 10);
        Range("q-init", reading.InitialQ, -10 * reading.BasePrice, 10 * reading.BasePrice);
        Range("fine", reading.Fine, 0, 1000);
        Range("response-payment", reading.ResponsePayment, 0, 1000);
        CheckHours(reading);
        CheckPanels(reading);
        CheckSlots(reading);
    }

    private static void CheckHours(Reading reading)
    {
        Ordered("morning", reading.MorningFrom, reading.MorningTo, 24);
        Ordered("evening", reading.EveningFrom, reading.EveningTo, 24);
        Ordered("morning-kw", reading.MorningKwFrom, reading.MorningKwTo, 1000);
        Ordered("evening-kw", reading.EveningKwFrom, reading.EveningKwTo, 1000);
        Ordered("panel-hour", reading.PanelHourFrom, reading.PanelHourTo, 24);
        Range("morning-sd", reading.MorningSdHours, 0.01, 24);
        Range("evening-sd", reading.EveningSdHours, 0.01, 24);
        Range("generation-sd", reading.GenerationSdHours, 0.01, 24);
        Range("peak-cut", reading.PeakCutSd, 0, 1000);
        Range("sunrise", reading.Sunrise, 0, reading.PanelHourFrom);
        Range("sunset", reading.Sunset, reading.PanelHourTo, 24);
    }

    private static void CheckPanels(Reading reading)
    {
        Ordered("panel-watts", reading.PanelWattsFrom, reading.PanelWattsTo, 4000);
        Ordered("panels", reading.PanelsFrom, reading.PanelsTo, 16);
    }

    private static void CheckSlots(Reading reading)
    {
        Range("slots-per-day", reading.SlotsPerDay, 24, 1440);
        Range("jitter", reading.JitterSlots, 0, reading.SlotsPerDay);
        Range("price-exponent", reading.PriceExponent, 0, 4);
        Require(reading.SlotsPerDay % 24 == 0, $"slots-per-day is {reading.SlotsPerDay}, but an hour needs a whole number of slots: a multiple of 24.");
        Require(reading.PriceExponent * 4 % 1 == 0, $"price-exponent is {reading.PriceExponent}, but only multiples of 0.25 are the same on every machine.");
    }

    private static void Fraction(string name, double value) => Range(name, value, 0, 1);

    private static void Ordered(string name, double from, double to, double most)
    {
        Range(name + "-from", from, 0, most);
        Range(name + "-to", to, from, most);
    }

    private static void Range(string name, double value, double least, double most) =>
        Require(value >= least && value <= most, FormattableString.Invariant($"{name} is {value}: it must be from {least} to {most}."));

    private static void Require(bool holds, string reason)
    {
        if (!holds)
        {
            throw new FormatException(reason);
        }
    }
}
