// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
#pragma warning disable IDE0005 // The desktop build has its own Thread.
using System.Threading;
#pragma warning restore IDE0005
using Prosumeter.Hal.Esp32;

namespace Prosumeter.Firmware
{
    /// <summary>Start-up.</summary>
    public static class Program
    {
        // Long enough that a board that fails at once neither wears its flash nor floods the debug channel.
        private const int RestartDelayMilliseconds = 5000;

        /// <summary>Runs the meter. An exception nobody caught ends in a restart: if Main returned, the runtime would wait for a debugger for ever.</summary>
        public static void Main()
        {
            try
            {
                ControllerApp app = Board.Build();
                while (true)
                {
                    Thread.Sleep(app.Step());
                }
            }
            catch (Exception e)
            {
                System.Console.WriteLine(e.ToString());
                Board.Announce(RestartReason.Exception);
            }

            Thread.Sleep(RestartDelayMilliseconds);
            new Esp32Restart().Restart();
        }
    }
}
