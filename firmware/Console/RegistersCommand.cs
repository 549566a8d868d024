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

        public override bool Run(string[] words, TextBuffer output)
        {
            Show(output, ObisCode.Import, _registers.Import);
            Show(output, ObisCode.Export, _registers.Export);
            Show(output, ObisCode.Generation, _registers.Generation);
            Show(output, ObisCode.Charge, _registers.Charge);
            Show(output, ObisCode.Discharge, _registers.Discharge);
            return true;
        }

        private static void Show(TextBuffer output, string code, EnergyRegister register)
        {
            output.Add(code).Column(9).Label(ObisCode.NameOf(code)).Energy(register.MilliwattHours).Line();
        }
    }
}
