// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Offenders;

/// <summary>A generic method of our own.</summary>
[Offends("UserGenerics")]
public static class GenericMethod
{
    /// <summary>Gives back what it gets.</summary>
    public static T Same<T>(T value) => value;
}
