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
            Show(answer, ObisCode.Import, _registers.Import);
            Show(answer, ObisCode.Export, _registers.Export);
            Show(answer, ObisCode.Generation, _registers.Generation);
            Show(answer, ObisCode.Charge, _registers.Charge);
            Show(answer, ObisCode.Discharge, _registers.Discharge);
            answer.EndRows();
            return true;
        }

        private static void Show(Answer answer, string code, EnergyRegister register)
        {
            answer.Row().Text("code", code).At(9).Text("name", ObisCode.NameOf(code)).At(20).Energy("", register.MilliwattHours).EndRow();
        }
    }
}
