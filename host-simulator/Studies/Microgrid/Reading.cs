// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>
/// One reading of Saukh, Papst, Saukh: <i>Synchronization Games in P2P Energy Trading</i> (IEEE SmartGridComm, 2018). The paper leaves
/// these points open; the defaults are the reading <c>C0</c>. docs/studies says what each choice changes.
/// </summary>
public sealed record Reading
{
    /// <summary>A1.</summary>
    [ReadingOption("A1", "reward", "what the learner is rewarded with")]
    public RewardRule Reward { get; init; } = RewardRule.SlotProfit;

    /// <summary>A2.</summary>
    [ReadingOption("A2", "q-target", "which entry equation (6) writes")]
    public QTarget QTarget { get; init; } = QTarget.Standard;

    /// <summary>A3.</summary>
    [ReadingOption("A3", "last-slot", "what follows the last slot of a day")]
    public LastSlot LastSlot { get; init; } = LastSlot.Terminal;

    /// <summary>A4.</summary>
    [ReadingOption("A4", "tie-break", "the action when both are worth the same")]
    public TieBreak TieBreak { get; init; } = TieBreak.Friendly;

    /// <summary>A5: in money.</summary>
    [ReadingOption("A5", "q-init", "value of every entry before learning, in money")]
    public double InitialQ { get; init; }

    /// <summary>A6.</summary>
    [ReadingOption("A6", "price-hold", "what is left of the operator's price when demand falls")]
    public PriceHold PriceHold { get; init; } = PriceHold.DailyPeak;

    /// <summary>A7.</summary>
    [ReadingOption("A7", "price-reset", "when the operator's price returns to its base")]
    public PriceReset PriceReset { get; init; } = PriceReset.Midnight;

    /// <summary>A8.</summary>
    [ReadingOption("A8", "demand-measure", "the demand that the operator's price follows")]
    public DemandMeasure DemandMeasure { get; init; } = DemandMeasure.Gross;

    /// <summary>A9.</summary>
    [ReadingOption("A9", "price-timing", "which slot's demand makes a slot's price")]
    public PriceTiming PriceTiming { get; init; } = PriceTiming.SameSlot;

    /// <summary>A10.</summary>
    [ReadingOption("A10", "sync-charge", "what a synchronizing prosumer pays for")]
    public SyncCharge SyncCharge { get; init; } = SyncCharge.Free;

    /// <summary>A11.</summary>
    [ReadingOption("A11", "sync-gate", "when a prosumer may synchronize")]
    public SyncGate SyncGate { get; init; } = SyncGate.Always;

    /// <summary>A12.</summary>
    [ReadingOption("A12", "ask-rise", "when an ask rises by its step")]
    public AskRise AskRise { get; init; } = AskRise.AnySale;

    /// <summary>A12.</summary>
    [ReadingOption("A12", "ask-fall", "when an ask falls by its step")]
    public AskFall AskFall { get; init; } = AskFall.Unsold;

    /// <summary>A12: after each slot every ask is lowered to the slot's operator price if it is above.</summary>
    [ReadingOption("A12", "ask-cap", "true: no ask stays above the operator's price")]
    public bool AskCap { get; init; }

    /// <summary>A12.</summary>
    [ReadingOption("A12", "ask-reset", "true: asks return to the base price at midnight")]
    public bool AskReset { get; init; }

    /// <summary>A12: 0.1 raises by a factor 1.1 and lowers by 0.9.</summary>
    [ReadingOption("A12", "ask-step", "fraction by which an ask rises or falls")]
    public double AskStep { get; init; } = 0.1;

    /// <summary>A13: money per kWh.</summary>
    [ReadingOption("A13", "ask-floor", "no ask falls below this, money per kWh")]
    public double AskFloor { get; init; }

    /// <summary>A14.</summary>
    [ReadingOption("A14", "deficit-supply", "where a friendly prosumer with a deficit buys")]
    public DeficitSupply DeficitSupply { get; init; } = DeficitSupply.LocalMarket;

    /// <summary>A15.</summary>
    [ReadingOption("A15", "buyer-order", "who buys first")]
    public BuyerOrder BuyerOrder { get; init; } = BuyerOrder.Random;

    /// <summary>A16.</summary>
    [ReadingOption("A16", "demand-noise", "how demand varies")]
    public DemandNoise DemandNoise { get; init; } = DemandNoise.Multiplicative;

    /// <summary>A16: cut at no demand.</summary>
    [ReadingOption("A16", "demand-sd", "standard deviation of demand, fraction")]
    public double DemandSd { get; init; } = 0.15;

    /// <summary>A17: kW.</summary>
    [ReadingOption("A17", "base-load", "demand outside the peaks, kW per agent")]
    public double BaseLoadKw { get; init; } = 0.10;

    /// <summary>A18.</summary>
    [ReadingOption("A18", "habits", "whether an agent keeps his hours")]
    public HabitRule Habits { get; init; } = HabitRule.Fixed;

    /// <summary>A18: hours.</summary>
    [ReadingOption("A18", "morning-from", "earliest centre of a morning peak, hour")]
    public double MorningFrom { get; init; } = 6;

    /// <summary>A18: hours.</summary>
    [ReadingOption("A18", "morning-to", "latest centre of a morning peak, hour")]
    public double MorningTo { get; init; } = 9;

    /// <summary>A18: hours.</summary>
    [ReadingOption("A18", "morning-sd", "width of a morning peak, hours")]
    public double MorningSdHours { get; init; } = 0.6;

    /// <summary>A18: kW.</summary>
    [ReadingOption("A18", "morning-kw-from", "smallest morning peak, kW")]
    public double MorningKwFrom { get; init; } = 0.5;

    /// <summary>A18: kW.</summary>
    [ReadingOption("A18", "morning-kw-to", "largest morning peak, kW")]
    public double MorningKwTo { get; init; } = 0.9;

    /// <summary>A18: hours.</summary>
    [ReadingOption("A18", "evening-from", "earliest centre of an evening peak, hour")]
    public double EveningFrom { get; init; } = 16;

    /// <summary>A18: hours.</summary>
    [ReadingOption("A18", "evening-to", "latest centre of an evening peak, hour")]
    public double EveningTo { get; init; } = 20;

    /// <summary>A18: hours.</summary>
    [ReadingOption("A18", "evening-sd", "width of an evening peak, hours")]
    public double EveningSdHours { get; init; } = 0.75;

    /// <summary>A18: kW.</summary>
    [ReadingOption("A18", "evening-kw-from", "smallest evening peak, kW")]
    public double EveningKwFrom { get; init; } = 0.7;

    /// <summary>A18: kW.</summary>
    [ReadingOption("A18", "evening-kw-to", "largest evening peak, kW")]
    public double EveningKwTo { get; init; } = 1.2;

    /// <summary>A18: in standard deviations.</summary>
    [ReadingOption("A18", "peak-cut", "a peak ends this many standard deviations from its centre")]
    public double PeakCutSd { get; init; } = 2.5;

    /// <summary>A19.</summary>
    [ReadingOption("A19", "panels-from", "fewest panels of a prosumer")]
    public int PanelsFrom { get; init; } = 4;

    /// <summary>A19.</summary>
    [ReadingOption("A19", "panels-to", "most panels of a prosumer, at most 16")]
    public int PanelsTo { get; init; } = 8;

    /// <summary>A19: W.</summary>
    [ReadingOption("A19", "panel-watts-from", "weakest panel, W")]
    public double PanelWattsFrom { get; init; } = 245;

    /// <summary>A19: W.</summary>
    [ReadingOption("A19", "panel-watts-to", "strongest panel, W")]
    public double PanelWattsTo { get; init; } = 345;

    /// <summary>A20.</summary>
    [ReadingOption("A20", "generation-curve", "the shape of a sunny day")]
    public GenerationCurve GenerationCurve { get; init; } = GenerationCurve.SkewedSine;

    /// <summary>A20: hours.</summary>
    [ReadingOption("A20", "sunrise", "hour at which generation starts")]
    public double Sunrise { get; init; } = 6;

    /// <summary>A20: hours.</summary>
    [ReadingOption("A20", "sunset", "hour at which generation ends")]
    public double Sunset { get; init; } = 20;

    /// <summary>A20: hours.</summary>
    [ReadingOption("A20", "panel-hour-from", "earliest hour of most generation")]
    public double PanelHourFrom { get; init; } = 10;

    /// <summary>A20: hours.</summary>
    [ReadingOption("A20", "panel-hour-to", "latest hour of most generation")]
    public double PanelHourTo { get; init; } = 18;

    /// <summary>A20: hours; the gaussian curve only.</summary>
    [ReadingOption("A20", "generation-sd", "width of the gaussian curve, hours")]
    public double GenerationSdHours { get; init; } = 3;

    /// <summary>A21.</summary>
    [ReadingOption("A21", "generation-noise", "how generation varies")]
    public GenerationNoise GenerationNoise { get; init; } = GenerationNoise.Independent;

    /// <summary>A21.</summary>
    [ReadingOption("A21", "generation-spread", "largest deviation of a slot's factor from 1")]
    public double GenerationSpread { get; init; } = 0.05;

    /// <summary>A22: money per kWh.</summary>
    [ReadingOption("A22", "base-price", "operator's price at the reference demand, money per kWh")]
    public double BasePrice { get; init; } = 0.10;

    /// <summary>A22.</summary>
    [ReadingOption("A22", "reference-fraction", "reference demand, fraction of the network's expected peak")]
    public double ReferenceFraction { get; init; } = 0.3;

    /// <summary>Equation (5): 2 in the paper; multiples of 1/4 up to 4.</summary>
    [ReadingOption("text", "price-exponent", "exponent of the price law, multiples of 0.25 up to 4")]
    public double PriceExponent { get; init; } = 2;

    /// <summary>Half of the own demand in the paper.</summary>
    [ReadingOption("text", "extra-demand", "demand a synchronizer adds, fraction of his own")]
    public double ExtraDemand { get; init; } = 0.5;

    /// <summary>Alpha of equation (6).</summary>
    [ReadingOption("text", "learning-rate", "alpha of equation (6)")]
    public double LearningRate { get; init; } = 0.01;

    /// <summary>Gamma of equation (6).</summary>
    [ReadingOption("text", "discount", "gamma of equation (6)")]
    public double Discount { get; init; } = 0.9;

    /// <summary>Chance of trying the action that is not the better one, while learning.</summary>
    [ReadingOption("text", "exploration", "chance of trying the other action while learning")]
    public double Exploration { get; init; } = 0.05;

    /// <summary>96 in the paper; a multiple of 24 up to 1440.</summary>
    [ReadingOption("defence", "slots-per-day", "slots of a day: finer slots")]
    public int SlotsPerDay { get; init; } = 96;

    /// <summary>Each prosumer's extra demand starts late by up to this many slots, drawn for each day.</summary>
    [ReadingOption("defence", "jitter", "extra demand starts late by up to this many slots")]
    public double JitterSlots { get; init; }

    /// <summary>A flagged prosumer's extra demand of the slot is left out of the demand that makes the price.</summary>
    [ReadingOption("defence", "detection", "chance that a synchronizer is flagged in a slot; flagged extra demand makes no price")]
    public double Detection { get; init; }

    /// <summary>A flagged prosumer pays this many times the operator's price for his own demand.</summary>
    [ReadingOption("defence", "fine", "a flagged synchronizer pays this many times price x own demand")]
    public double Fine { get; init; }

    /// <summary>Demand-side response: what a friendly prosumer is paid for the extra demand he does not add while the price is above its base.</summary>
    [ReadingOption("defence", "response-payment", "friendly prosumers are paid this many times price x extra demand not added, above the base price")]
    public double ResponsePayment { get; init; }
}
