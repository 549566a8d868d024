// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using System;

namespace nanoFramework.TestFramework
{
    /// <summary>Names the statement of docs/PROTOCOL.md that a test proves. The test framework of boards has no categories; there it says nothing to anybody.</summary>
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    internal sealed class TestCategoryAttribute : Attribute
    {
        public TestCategoryAttribute(string statement)
        {
        }
    }
}
#endif
