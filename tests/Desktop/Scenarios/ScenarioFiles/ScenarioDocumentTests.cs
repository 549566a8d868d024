// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.ScenarioFiles;
using Prosumeter.Tests.Projects;
using YamlDotNet.RepresentationModel;

namespace Prosumeter.Tests.Scenarios.ScenarioFiles;

/// <summary>docs/scenarios.md names the fields that the parser knows, and no others.</summary>
[TestClass]
public sealed partial class ScenarioDocumentTests
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "scenarios.md"));

    [TestMethod]
    [DataRow("Scenario")]
    [DataRow("Tariff")]
    [DataRow("Cluster")]
    [DataRow("Elecbay")]
    [DataRow("Homes")]
    public void TableNamesTheFieldsOfTheParser(string section)
    {
        string[] documented = Row().Matches(SectionOf(section)).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal).ToArray();

        CollectionAssert.AreEqual(KnownTo(section).Order(StringComparer.Ordinal).ToArray(), documented);
    }

    [TestMethod]
    public void EveryRuleIsNamed()
    {
        foreach (IClearingRule rule in ClearingRules.All)
        {
            Assert.Contains($"`{rule.Name}`", SectionOf("Scenario"));
        }
    }

    [TestMethod]
    public void ExampleIsAScenario()
    {
        string example = Example().Match(s_text).Groups[1].Value;

        Assert.IsTrue(ScenarioFile.TryRead("example", example, new ScenarioOverrides(), out _, out IReadOnlyList<string> errors), string.Join('\n', errors));
    }

    private static IReadOnlyList<string> KnownTo(string section)
    {
        FieldReader fields = new(new YamlMappingNode(), string.Empty, new ErrorList("empty"));
        object? read = section switch
        {
            "Elecbay" => ElecbayReader.Read(fields),
            "Tariff" => TariffReader.Read(fields),
            "Cluster" => ClusterFields.Read(fields),
            "Homes" => HomeFields.Read(fields, usualCount: 1),
            _ => ScenarioFields.Read(fields),
        };
        Assert.IsNotNull(read);
        return fields.Known;
    }

    private static string SectionOf(string title) => s_text.Split("\n## ").Single(section => section.StartsWith(title + "\n", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
