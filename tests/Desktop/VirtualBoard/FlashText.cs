// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text;
using Prosumeter.Simulator.Boards.Flash;

namespace Prosumeter.Tests.Boards;

/// <summary>Files of a virtual flash as text.</summary>
internal static class FlashText
{
    internal static void Write(VirtualFlash flash, string path, string text)
    {
        flash.Create(path);
        flash.Write(path, 0, Encoding.Latin1.GetBytes(text));
    }

    internal static string Read(VirtualFlash flash, string path)
    {
        byte[] bytes = new byte[flash.Length(path)];
        flash.Read(path, 0, bytes);
        return Encoding.Latin1.GetString(bytes);
    }
}
