// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Tests.Projects;
using Prosumeter.Tests.Shared.Wire;
using Prosumeter.Wire;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>docs/PROTOCOL.md says what the code does.</summary>
[TestClass]
public sealed partial class ProtocolDocumentTests
{
    private const int HeadFields = 4;

    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "docs", "PROTOCOL.md"));
    private static readonly string[] s_sections = ["Birth", "State", "Reading", "Price", "Bid", "Award", "Slot report", "Settlement", "Command", "Acknowledgement"];

    [TestMethod]
    public void StatementsAreNumberedInOrder()
    {
        int[] numbers = [.. s_lines.Select(line => StatementNumber().Match(line)).Where(match => match.Success).Select(match => int.Parse(match.Groups[1].ValueSpan))];

        CollectionAssert.AreEqual(Enumerable.Range(1, numbers.Length).ToArray(), numbers);
    }

    [TestMethod]
    public void StatementsReferToExistingOnes()
    {
        HashSet<string> existing = [.. s_lines.Select(line => StatementNumber().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];
        string[] dangling = [.. s_lines.SelectMany(line => Reference().Matches(line)).Select(match => match.Groups[1].Value).Where(number => !existing.Contains(number))];

        Assert.IsEmpty(dangling);
    }

    [TestMethod]
    [TestCategory("P-13")]
    public void HeadIsThatOfTheCode() =>
        CollectionAssert.AreEqual(FieldTable.Of(new Bid()).Take(HeadFields).ToArray(), FieldRows(HeadSection()).Skip(2).ToArray());

    [TestMethod]
    [TestCategory("P-8")]
    public void FieldsAreThoseOfTheCode()
    {
        for (int type = 1; type <= SampleMessages.Types; type++)
        {
            string[] code = [.. FieldTable.Of(SampleMessages.Empty(type)).Skip(HeadFields)];
            CollectionAssert.AreEqual(code, FieldRows(Section("### " + s_sections[type - 1])), s_sections[type - 1]);
        }
    }

    [TestMethod]
    [TestCategory("P-4")]
    public void TypesAndVerbsAreThoseOfTheCode()
    {
        for (int type = 1; type <= SampleMessages.Types; type++)
        {
            string row = $"| {type} | `{Topics.VerbOf((MessageType)type)}` | [{s_sections[type - 1]}]";
            Assert.AreEqual(1, s_lines.Count(line => line.StartsWith(row, StringComparison.Ordinal)), row);
        }
    }

    [TestMethod]
    [TestCategory("P-17")]
    public void FaultsAreThoseOfTheCode()
    {
        for (int bit = 0; bit < FaultFlags.Count; bit++)
        {
            string row = $"| {bit} | {FaultFlags.NameOfBit(bit)} |";
            Assert.AreEqual(1, s_lines.Count(line => line.StartsWith(row, StringComparison.Ordinal)), row);
        }
    }

    [TestMethod]
    [TestCategory("P-20")]
    public void RefusalsAreThoseOfTheCode()
    {
        string[] code = [.. Enum.GetValues<RefusalReason>().Select(reason => $"| {(int)reason} | {reason} |")];
        string[] document = [.. Section("## Refusals").Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => RowHead().Match(line).Value)];

        CollectionAssert.AreEqual(code, document);
    }

    [TestMethod]
    [TestCategory("P-14")]
    public void ExampleBytesAreWhatTheCodecWrites()
    {
        byte[] buffer = new byte[MessageCodec.MaxMessageLength];
        int length = MessageCodec.Encode(SampleMessages.Typical((int)MessageType.Bid), buffer, 0);
        IEnumerable<string> example = s_lines.SkipWhile(line => !line.Contains("**P-14**", StringComparison.Ordinal)).SkipWhile(line => line != "```").Skip(1).TakeWhile(line => line != "```");

        Assert.AreEqual(Convert.ToHexString(buffer, 0, length), string.Concat(example.Select(line => line[..19].Replace(" ", "", StringComparison.Ordinal))));
    }

    [TestMethod]
    [TestCategory("P-16")]
    public void ExampleTextIsWhatTheWriterWrites()
    {
        byte[] buffer = new byte[MessageJson.MaxTextLength];
        int length = MessageJson.Write(SampleMessages.Typical((int)MessageType.Bid), buffer, 0);

        CollectionAssert.Contains(s_lines, Encoding.ASCII.GetString(buffer, 0, length));
    }

    [GeneratedRegex(@"^\* \*\*P-(\d+)\*\* ")]
    private static partial Regex StatementNumber();

    [GeneratedRegex(@"P-(\d+)\b(?!\*\*)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\| \S+ \| \S+ \|")]
    private static partial Regex RowHead();

    [GeneratedRegex(@"^(\| \d+ \| \w+ \|[^|]*\|[^|]*\|)")]
    private static partial Regex FieldRow();

    private static IEnumerable<string> HeadSection() => s_lines.SkipWhile(line => !line.Contains("**P-13**", StringComparison.Ordinal)).TakeWhile(line => !line.Contains("**P-14**", StringComparison.Ordinal));

    private static IEnumerable<string> Section(string heading) =>
        s_lines.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith('#') && !line.Contains("**P-17**", StringComparison.Ordinal));

    private static string[] FieldRows(IEnumerable<string> lines) => [.. lines.Select(line => FieldRow().Match(line)).Where(match => match.Success).Select(match => match.Value)];
}
