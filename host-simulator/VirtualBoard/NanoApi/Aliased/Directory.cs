// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.NanoApi;

/// <summary>nanoFramework's Directory, over the virtual flash of the current board.</summary>
public static class Directory
{
    /// <summary>Whether there is such a directory.</summary>
    public static bool Exists(string path)
    {
        return VirtualBoard.Current.Flash.DirectoryExists(path);
    }

    /// <summary>Creates a directory; its parent must exist.</summary>
    public static void CreateDirectory(string path)
    {
        VirtualBoard.Current.Flash.CreateDirectory(path);
    }

    /// <summary>Deletes an empty directory.</summary>
    public static void Delete(string path)
    {
        VirtualBoard.Current.Flash.DeleteDirectory(path);
    }

    /// <summary>Full paths of the files in a directory.</summary>
    public static string[] GetFiles(string path)
    {
        return VirtualBoard.Current.Flash.ListFiles(path);
    }

    /// <summary>Full paths of the directories in a directory.</summary>
    public static string[] GetDirectories(string path)
    {
        return VirtualBoard.Current.Flash.ListDirectories(path);
    }
}
