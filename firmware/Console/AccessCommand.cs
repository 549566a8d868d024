// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Wire;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"unlock", "lock" and "pin": the PIN before the commands that change something.</summary>
    internal sealed class AccessCommand : ConsoleCommand
    {
        public const string Pin = "pin";

        public const string SetPin = "Unlocked only to set a PIN of your own: pin NEW.";

        public const string Unlock = "unlock";

        private readonly PinLock _lock;
        private readonly EventLog _log;

        private AccessCommand(string name, string help, PinLock pinLock, EventLog log)
            : base(name, help)
        {
            _lock = pinLock;
            _log = log;
        }

        public static void AddTo(CommandRegistry commands, PinLock pinLock, EventLog log)
        {
            commands.Add(new AccessCommand(
                Unlock,
                "unlock PIN: opens the commands that change something, for 10 minutes\n"
                + "The serial line and MQTT are unlocked each for itself. From the 3rd wrong PIN on\n"
                + "there is a wait of 30 s, doubling up to 1 h.",
                pinLock,
                log));
            commands.Add(new AccessCommand("lock", "lock: closes them at once", pinLock, log));
            commands.Add(new AccessCommand(
                Pin,
                "pin NEW: sets another PIN, 4 to 12 digits\n"
                + "A new meter has the PIN 0000, which opens this command only.",
                pinLock,
                log));
        }

        public override bool Changes(string[] words)
        {
            return Name == Pin;
        }

        public override bool Run(string[] words, Answer answer)
        {
            if (words.Length != (Name == Unlock || Name == Pin ? 2 : 1))
            {
                return false;
            }

            if (Name == Unlock)
            {
                Open(words[1], answer);
            }
            else if (Name == Pin)
            {
                Change(words[1], answer);
            }
            else
            {
                _lock.Close(answer.Channel);
                answer.Say("Locked.");
            }

            return true;
        }

        private void Open(string pin, Answer answer)
        {
            int wait = _lock.WaitSeconds(answer.Channel);
            bool isOpen = _lock.TryOpen(answer.Channel, pin);
            if (isOpen)
            {
                answer.Say(_lock.IsFirstPin ? SetPin : "Unlocked for 10 minutes.");
                return;
            }

            if (wait == 0)
            {
                _log.Add("wrong PIN, channel", (int)answer.Channel);
            }

            string what = wait == 0 ? "Wrong PIN." : "Not looked at: too many wrong PINs.";
            answer.Refuse(RefusalReason.NotPermitted, what + " Next try in " + _lock.WaitSeconds(answer.Channel).ToString() + " s.");
        }

        private void Change(string pin, Answer answer)
        {
            if (_lock.Change(pin))
            {
                _log.Add("PIN changed, channel", (int)answer.Channel);
                answer.Say("The PIN is changed.");
            }
            else
            {
                answer.Refuse("Not changed: 4 to 12 digits, not 0000; or flash refused it.");
            }
        }
    }
}
