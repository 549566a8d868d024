// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Boards;

/// <summary>nanoFramework 1.x's SpanByte.</summary>
[TestClass]
public sealed class SpanByteTests
{
    [TestMethod]
    public void ASliceSharesTheArray()
    {
        byte[] bytes = [1, 2, 3, 4];
        SpanByte span = bytes;
        SpanByte middle = span.Slice(1, 2);
        middle[0] = 9;
        Assert.AreEqual(9, bytes[1]);
        Assert.AreEqual(2, middle.Length);
        CollectionAssert.AreEqual(new byte[] { 9, 3 }, middle.ToArray());
    }

    [TestMethod]
    public void BoundsAreChecked()
    {
        SpanByte span = new byte[4];
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => span[4]);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => span.Slice(3, 2));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new SpanByte(new byte[2], 1, 2));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => span.CopyTo(new byte[3]));
        Assert.IsTrue(SpanByte.Empty.IsEmpty);
    }
}
