// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Text;

namespace Prosumeter.Simulator.Bus;

/// <summary>Topic names and topic filters: MQTT 3.1.1 section 4.7.</summary>
public static class MqttTopic
{
    /// <summary>Longest topic in UTF-8 bytes.</summary>
    public const int MaxBytes = 65535;

    /// <summary>Longest payload: the largest remaining length (section 2.2.3) with room for the longest topic and an identifier.</summary>
    public const int MaxPayloadBytes = 268_435_455 - MaxBytes - 4;

    /// <summary>Whether a topic name matches a topic filter. Both must be valid.</summary>
    public static bool Matches(string filter, string topic)
    {
        // Section 4.7.2: a leading wildcard does not reach topics that begin with $.
        bool isHidden = topic[0] == '$' && (filter[0] is '+' or '#');
        return !isHidden && Matches(filter.AsSpan(), topic.AsSpan());
    }

    /// <summary>Throws unless the text can be published to.</summary>
    /// <exception cref="ArgumentException">Why not.</exception>
    public static void RequireName(string topic)
    {
        RequireNonEmpty(topic, "topic");
        if (topic.AsSpan().ContainsAny('+', '#'))
        {
            throw new ArgumentException($"Topic '{topic}' has a wildcard; only filters may.");
        }
    }

    /// <summary>Throws unless the text can be subscribed to.</summary>
    /// <exception cref="ArgumentException">Why not.</exception>
    public static void RequireFilter(string filter)
    {
        RequireNonEmpty(filter, "topic filter");
        for (int i = filter.AsSpan().IndexOfAny('+', '#'); i >= 0 && i < filter.Length; i++)
        {
            if (filter[i] is '+' or '#' && !IsWildcardWellPlaced(filter, i))
            {
                throw new ArgumentException($"Topic filter '{filter}': '+' must fill a level and '#' the last one.");
            }
        }
    }

    /// <summary>Throws unless there is at least one filter and all are valid.</summary>
    /// <exception cref="ArgumentException">Why not.</exception>
    public static void RequireFilters(string[] filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        if (filters.Length == 0)
        {
            throw new ArgumentException("No topic filter.");
        }

        foreach (string filter in filters)
        {
            RequireFilter(filter);
        }
    }

    internal static void RequireQos(int qos)
    {
        if (qos is < 0 or > 1)
        {
            throw new ArgumentException($"QoS {qos} is not supported: 0 or 1.");
        }
    }

    internal static void RequirePayload(ReadOnlySpan<byte> payload)
    {
        if (payload.Length > MaxPayloadBytes)
        {
            throw new ArgumentException($"Payload of {payload.Length} bytes; MQTT carries at most {MaxPayloadBytes}.");
        }
    }

    /// <summary>Section 1.5.3: UTF-8 without NUL, at most 65535 bytes.</summary>
    internal static void RequireText(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text, what);
        if (text.Contains('\0'))
        {
            throw new ArgumentException($"The {what} contains a NUL character.");
        }

        if (text.Length > MaxBytes / 3 && Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            throw new ArgumentException($"The {what} is longer than {MaxBytes} bytes.");
        }
    }

    private static void RequireNonEmpty(string text, string what)
    {
        RequireText(text, what);
        if (text.Length == 0)
        {
            throw new ArgumentException($"The {what} is empty.");
        }
    }

    private static bool IsWildcardWellPlaced(string filter, int index)
    {
        bool beginsLevel = index == 0 || filter[index - 1] == '/';
        bool endsFilter = index == filter.Length - 1;
        return beginsLevel && (endsFilter || (filter[index] == '+' && filter[index + 1] == '/'));
    }

    private static bool Matches(ReadOnlySpan<char> filter, ReadOnlySpan<char> topic)
    {
        while (true)
        {
            ReadOnlySpan<char> wanted = TakeLevel(ref filter, out bool moreWanted);
            if (wanted is "#")
            {
                return true;
            }

            ReadOnlySpan<char> level = TakeLevel(ref topic, out bool moreLevels);
            if (wanted is not "+" && !wanted.SequenceEqual(level))
            {
                return false;
            }

            if (!moreLevels)
            {
                // "sport/#" also matches its parent "sport".
                return !moreWanted || filter is "#";
            }

            if (!moreWanted)
            {
                return false;
            }
        }
    }

    /// <summary>Cuts the first level off.</summary>
    internal static ReadOnlySpan<char> TakeLevel(ref ReadOnlySpan<char> rest, out bool isMore)
    {
        int slash = rest.IndexOf('/');
        isMore = slash >= 0;
        ReadOnlySpan<char> level = isMore ? rest[..slash] : rest;
        rest = isMore ? rest[(slash + 1)..] : default;
        return level;
    }
}
