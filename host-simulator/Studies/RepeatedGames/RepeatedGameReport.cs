// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Studies.Reports;
using Prosumeter.Simulator.Studies.Reports.Charts;

namespace Prosumeter.Simulator.Studies.RepeatedGames;

/// <summary>Repeated rounds as a page and as files.</summary>
public static class RepeatedGameReport
{
    private const int Points = 121;
    private static readonly double[] s_askParts = [0, 0.25, 0.5, 1];
    private static readonly double[] s_losses = [1, 0.5, 0.2, 0.1];

    /// <summary>Writes report.html and rounds.csv.</summary>
    /// <param name="game">The game.</param>
    /// <param name="price">Operator's price of the first round, money per kWh.</param>
    /// <param name="factor">Price of a round over the price of the round before.</param>
    /// <param name="rounds">The rounds, the first with demand 1.</param>
    /// <param name="folder">Made when missing.</param>
    public static void Write(RepeatedGame game, double price, double factor, IReadOnlyList<Round> rounds, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "report.html"), Page(game, price, factor, rounds));
        CsvFile.Write(
            Path.Combine(folder, "rounds.csv"),
            ["round", "price", "demand", "stored", "loss"],
            rounds.Select(r => new[] { r.Number, r.Price, r.DemandKwh, r.StoredKwh, r.Loss }.Select(Numbers.Full)));
    }

    private static string Page(RepeatedGame game, double price, double factor, IReadOnlyList<Round> rounds) =>
        new HtmlReport("Repeated synchronization: the interval shrinks as the price rises")
            .Paragraph(
                "After Saukh, Papst, Saukh (2018), equations (1) to (4). A round costs the synchronizing prosumers their demand at the operator's price, and what they stored instead of selling it. "
                + "The next round starts from a higher price. To lose no more than before they synchronize for less: d' = d x / (x + rise of the price), x = s + s_p.")
            .Heading("How much is left at a higher price")
            .Add(AgainstPrice("by what a stored kWh would have earned", s_askParts.Select(part => (Percent("s_p", part, "of s"), game with { AskPrice = part * price })), price))
            .Add(AgainstPrice("by the part of a stored kWh that is lost", s_losses.Select(loss => (Percent("loss", loss, string.Empty), game with { StorageLoss = loss })), price))
            .Paragraph("The dearer a stored kWh, the more the loss consists of something that does not rise with the operator's price, and the slower the interval shrinks. A battery that gives most of it back makes the interval shrink faster.")
            .Heading(string.Create(CultureInfo.InvariantCulture, $"Round by round, the price rising by {100 * (factor - 1):0.#} % each time"))
            .Add(new LineChart("Synchronized interval and price, relative to the first round", "round", "relative", [.. rounds.Select(r => (double)r.Number)],
                [new Series("interval", [.. rounds.Select(r => r.DemandKwh / rounds[0].DemandKwh)]), new Series("operator's price", [.. rounds.Select(r => r.Price / price)])]))
            .Table(
                ["round", "price", "interval, % of the first", "loss of the round"],
                rounds.Select(r => (IReadOnlyList<string>)
                    [r.Number.ToString(CultureInfo.InvariantCulture), Numbers.Short(r.Price), Numbers.Short(100 * r.DemandKwh), Numbers.Short(r.Loss)]))
            .ToString();

    private static LineChart AgainstPrice(string title, IEnumerable<(string Name, RepeatedGame Game)> games, double price)
    {
        double[] percent = [.. Enumerable.Range(0, Points).Select(i => i * 2.5)];
        return new LineChart(
            $"Interval of the next round, {title}",
            "rise of the operator's price, %",
            "interval, % of this round's",
            percent,
            [.. games.Select(g => new Series(g.Name, [.. percent.Select(p => 100 * g.Game.NextDemand(1, price, price * p / 100))]))])
        { XStep = 25, YTo = 100 };
    }

    private static string Percent(string name, double part, string of) => string.Create(CultureInfo.InvariantCulture, $"{name} {100 * part:0} % {of}").TrimEnd();
}
