// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using YamlDotNet.RepresentationModel;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>
/// Reads the fields of one mapping. A bad value is noted with its line and what is allowed, and the usual value is given instead, so that reading goes on;
/// <see cref="Finish"/> refuses fields that nobody asked for.
/// </summary>
internal sealed class FieldReader
{
    private static readonly Dictionary<string, bool> s_flags = new() { ["true"] = true, ["false"] = false };

    private readonly YamlMappingNode _node;
    private readonly string _path;
    private readonly ErrorList _errors;
    private readonly List<string> _known = [];

    public FieldReader(YamlMappingNode node, string path, ErrorList errors)
    {
        _node = node;
        _path = path;
        _errors = errors;
    }

    /// <summary>Names of the fields that were asked for.</summary>
    public IReadOnlyList<string> Known => _known;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>A whole number.</summary>
    public int Whole(string name, int lowest, int highest, int usual) =>
        Scalar<int>(name, text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= lowest && value <= highest ? value : null, Bounds(lowest, highest, "a whole number"))
        ?? usual;

    /// <summary>A number.</summary>
    public double Number(string name, double lowest, double highest, double usual) => Scalar<double>(name, text => Parse(text, lowest, highest), Bounds(lowest, highest, "a number")) ?? usual;

    /// <summary>A price per kWh in micro-units; null when left out.</summary>
    public int? Price(string name, double lowest, double highest) =>
        Scalar<int>(name, text => Parse(text, lowest, highest) is double price ? PriceOf(price) : null, Bounds(lowest, highest, "a price per kWh"));

    /// <summary>A number, or a pair [lowest, highest] to draw from for each home.</summary>
    public NumberRange Range(string name, double lowest, double highest, double usual)
    {
        string allowed = Bounds(lowest, highest, "a number") + ", or a pair [low, high] of them to draw from for each home";
        if (Find(name) is not YamlSequenceNode pair)
        {
            double value = Scalar<double>(name, text => Parse(text, lowest, highest), allowed) ?? usual;
            return new NumberRange(value, value);
        }

        double?[] ends = pair.Children.Select(child => child is YamlScalarNode scalar ? Parse(scalar.Value, lowest, highest) : null).ToArray();
        if (ends is [double low, double high] && low <= high)
        {
            return new NumberRange(low, high);
        }

        Refuse(pair, name, TextOf(pair), allowed);
        return new NumberRange(usual, usual);
    }

    /// <summary>A text that satisfies a rule.</summary>
    public string Text(string name, string usual, Func<string, bool> isAllowed, string allowed)
    {
        string? text = null;
        Scalar<bool>(name, value => isAllowed(value) && (text = value) is not null ? true : null, allowed);
        return text ?? usual;
    }

    /// <summary>Yes or no.</summary>
    public bool Flag(string name) => Choice(name, s_flags, usual: false);

    /// <summary>One of some names.</summary>
    public T Choice<T>(string name, IReadOnlyDictionary<string, T> choices, T usual)
        where T : notnull
    {
        string text = Text(name, string.Empty, choices.ContainsKey, string.Join(", ", choices.Keys));
        return choices.TryGetValue(text, out T? chosen) ? chosen : usual;
    }

    /// <summary>The prices of a day: one number for all hours, or 24.</summary>
    public IReadOnlyList<int>? HourlyPrices(string name, double lowest, double highest)
    {
        string allowed = Bounds(lowest, highest, "a price per kWh") + ", or 24 of them, one an hour from midnight UTC";
        YamlNode? node = Find(name);
        if (node is not YamlSequenceNode list)
        {
            return Scalar<int>(name, text => Parse(text, lowest, highest) is double price ? PriceOf(price) : null, allowed) is int flat
                ? Enumerable.Repeat(flat, 24).ToArray()
                : null;
        }

        double?[] prices = list.Children.Select(child => child is YamlScalarNode scalar ? Parse(scalar.Value, lowest, highest) : null).ToArray();
        int wrong = Array.IndexOf(prices, null);
        if (prices.Length == 24 && wrong < 0)
        {
            return prices.Select(price => PriceOf(price!.Value)).ToArray();
        }

        Refuse(wrong >= 0 ? list.Children[wrong] : list, name, wrong >= 0 ? TextOf(list.Children[wrong]) : $"{prices.Length} prices", allowed);
        return null;
    }

    /// <summary>A text or a list of texts; empty when left out.</summary>
    public IReadOnlyList<string> Texts(string name, string allowed)
    {
        switch (Find(name))
        {
            case null:
                return [];
            case YamlScalarNode { Value: { Length: > 0 } only }:
                return [only];
            case YamlSequenceNode list when list.Children.Count > 0 && list.Children.All(child => child is YamlScalarNode { Value.Length: > 0 }):
                return list.Children.Select(child => ((YamlScalarNode)child).Value!).ToList();
            case YamlNode other:
                Refuse(other, name, TextOf(other), allowed);
                return [];
        }
    }

    /// <summary>A mapping inside this one; null when left out.</summary>
    public FieldReader? Section(string name)
    {
        YamlNode? node = Find(name);
        if (node is not null and not YamlMappingNode)
        {
            Refuse(node, name, TextOf(node), "a mapping of fields");
        }

        return node is YamlMappingNode mapping ? new FieldReader(mapping, PathOf(name), _errors) : null;
    }

    /// <summary>A list of mappings; empty and refused when it is missing or has none.</summary>
    public IReadOnlyList<FieldReader> Sections(string name)
    {
        YamlNode? node = Find(name);
        if (node is YamlSequenceNode list && list.Children.Count > 0)
        {
            return list.Children.SelectMany((child, index) => ItemOf(child, $"{name}[{index}]")).ToList();
        }

        Refuse(node ?? _node, name, node is null ? "nothing" : TextOf(node), "a list of one or more mappings");
        return [];
    }

    /// <summary>Notes an error about a field.</summary>
    public void Refuse(string name, string value, string allowed) => Refuse(Find(name) ?? _node, name, value, allowed);

    /// <summary>Refuses every field that nobody asked for.</summary>
    public void Finish()
    {
        foreach (YamlNode key in _node.Children.Keys.Where(key => !_known.Contains(TextOf(key))))
        {
            Refuse(key, TextOf(key), TextOf(key), $"the fields {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
        }
    }

    private FieldReader[] ItemOf(YamlNode node, string name)
    {
        if (node is YamlMappingNode mapping)
        {
            return [new FieldReader(mapping, PathOf(name), _errors)];
        }

        Refuse(node, name, TextOf(node), "a mapping of fields");
        return [];
    }

    private T? Scalar<T>(string name, Func<string, T?> parse, string allowed)
        where T : struct
    {
        YamlNode? node = Find(name);
        if (node is null)
        {
            return null;
        }

        T? value = node is YamlScalarNode scalar ? parse(scalar.Value ?? string.Empty) : null;
        if (value is null)
        {
            Refuse(node, name, TextOf(node), allowed);
        }

        return value;
    }

    private YamlNode? Find(string name)
    {
        if (!_known.Contains(name))
        {
            _known.Add(name);
        }

        return _node.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? node) ? node : null;
    }

    private void Refuse(YamlNode node, string name, string value, string allowed) => _errors.Add(node, PathOf(name), value, allowed);

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    private static int PriceOf(double price) => (int)Math.Round(price * 1e6);

    private static double? Parse(string? text, double lowest, double highest) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= lowest && value <= highest ? value : null;

    private static string Bounds(double lowest, double highest, string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind} from {lowest} to {highest}");

    private static string TextOf(YamlNode node) => node switch
    {
        YamlScalarNode scalar => scalar.Value ?? string.Empty,
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };
}
