// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Mono.Cecil;

namespace Prosumeter.Tests.NanoSurface;

/// <summary>Every rule fires on the types written to break it (tests/NanoSurface/Offenders), and only there.</summary>
[TestClass]
public class BoardRuleTests
{
    private static readonly BoardRule[] s_rules = [.. BoardRules.All, BoardRules.FloatingPoint];

    /// <summary>Names of all rules, for the tests below.</summary>
    public static IEnumerable<object[]> RuleNames => s_rules.Select(r => new object[] { r.Name });

    /// <summary>A rule finds exactly the types that say they break it.</summary>
    [TestMethod]
    [DynamicData(nameof(RuleNames))]
    public void ARuleFindsItsOffendersAndNothingElse(string name)
    {
        using AssemblyDefinition offenders = BuiltAssembly.Read("Offenders", "Prosumeter.Tests.Offenders");
        BoardRule rule = s_rules.Single(r => r.Name == name);
        TypeDefinition[] types = [.. offenders.MainModule.Types.Where(t => t.Namespace == "Prosumeter.Tests.Offenders")];

        string[] declared = [.. types.Where(t => Offends(t, name)).Select(t => t.Name)];
        string[] found = [.. types.Where(t => BuiltAssembly.Find(rule, t).Any()).Select(t => t.Name)];

        Assert.IsNotEmpty(declared, $"No type in tests/NanoSurface/Offenders breaks {name}.");
        Assert.AreSequenceEqual(declared, found);
    }

    private static bool Offends(TypeDefinition type, string rule) =>
        type.CustomAttributes.Any(a => a.AttributeType.Name == "OffendsAttribute" && rule.Equals(a.ConstructorArguments[0].Value));
}
