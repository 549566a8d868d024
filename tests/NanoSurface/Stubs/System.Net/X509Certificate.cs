// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Security.Cryptography.X509Certificates
{
    public class X509Certificate
    {
    }
}
