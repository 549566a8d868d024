// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Text;

namespace Prosumeter.Tests.Boards;

/// <summary>Entry point of the test assembly: a process that writes to a flash file until it is killed. Says on its output what is committed.</summary>
internal static class FlashVictim
{
    internal static int Main(string[] arguments)
    {
        if (arguments is not ["flash-victim", string flashFile])
        {
            Console.Error.WriteLine("Run the tests with `dotnet test`.");
            return 2;
        }

        using var board = new TestBoard(flashFile);
        board.Board.Flash.Create(Path(0));
        board.Board.Flash.Create(Path(1));
        for (int number = 0; ; number++)
        {
            board.Board.Flash.Write(Path(number), 0, Encoding.ASCII.GetBytes(Contents(number)));
            Console.WriteLine(number);
        }
    }

    internal static string Path(int number)
    {
        return number % 2 == 0 ? @"I:\even" : @"I:\odd";
    }

    internal static string Contents(int number)
    {
        return new string((char)('a' + (number % 26)), 200) + number.ToString("D10");
    }
}
