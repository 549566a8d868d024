// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Metering;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"registers": the energy registers with their OBIS codes.</summary>
    internal sealed class RegistersCommand : ConsoleCommand
    {
        private readonly RegisterBank _registers;

        public RegistersCommand(RegisterBank registers)
            : base("registers", "registers: energy registers with OBIS codes")
        {
            _registers = registers;
        }

        public override bool Run(string[] words, Answer answer)
        {
            answer.BeginRows("registers");
            for (int i = 0; i < ObisCode.All.Length; i++)
            {
                string code = ObisCode.All[i];
                answer.Row().Text("code", code).At(9).Text("name", ObisCode.NameOf(code)).At(20).Energy("", _registers.At(i).MilliwattHours).EndRow();
            }

            answer.EndRows();
            return true;
        }
    }
}
