// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>Names an option of a <see cref="Reading"/>: the point of the paper it settles and the name people type.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadingOptionAttribute(string point, string name, string meaning) : Attribute
{
    /// <summary>The ambiguous point, <c>A1</c> to <c>A22</c>; <c>text</c> for a number the paper gives; <c>defence</c> for a counter-measure.</summary>
    public string Point { get; } = point;

    /// <summary>The name on the command line and in reports.</summary>
    public string Name { get; } = name;

    /// <summary>One line of explanation, with units.</summary>
    public string Meaning { get; } = meaning;
}
