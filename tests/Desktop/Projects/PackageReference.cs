// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Projects;

/// <summary>One row of a packages.config.</summary>
/// <param name="Id">Package identifier.</param>
/// <param name="Version">Exact version.</param>
public sealed record PackageReference(string Id, string Version);
