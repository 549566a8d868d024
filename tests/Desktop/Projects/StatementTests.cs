// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Projects;

/// <summary>Every statement of docs/PROTOCOL.md has a test that names it, and no test names one that is not there.</summary>
[TestClass]
public sealed partial class StatementTests
{
    private static readonly string[] s_statements =
        [.. File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "docs", "PROTOCOL.md")).Select(line => Statement().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    private static readonly string[] s_named = [.. typeof(StatementTests).Assembly.GetTypes().SelectMany(NamedBy).Distinct()];

    [TestMethod]
    public void EveryStatementIsNamedByATest()
    {
        Assert.IsGreaterThan(50, s_statements.Length);
        Assert.AreEqual("", string.Join(' ', s_statements.Except(s_named)));
    }

    [TestMethod]
    public void EveryNamedStatementExists() => Assert.AreEqual("", string.Join(' ', s_named.Except(s_statements)));

    // A category on a method that is no test, or on a class without tests, would say nothing.
    private static string[] NamedBy(Type type)
    {
        MethodInfo[] tests = [.. type.GetMethods().Where(method => method.IsDefined(typeof(TestMethodAttribute)))];
        return type.IsDefined(typeof(TestClassAttribute)) && tests.Length > 0
            ? [.. tests.Append<MemberInfo>(type).SelectMany(member => member.GetCustomAttributes<TestCategoryBaseAttribute>()).SelectMany(category => category.TestCategories).Where(IsStatement)]
            : [];
    }

    private static bool IsStatement(string category) => category.StartsWith("P-", StringComparison.Ordinal);

    [GeneratedRegex(@"^\* \*\*(P-\d+)\*\* ")]
    private static partial Regex Statement();
}
