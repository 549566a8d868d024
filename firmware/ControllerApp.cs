// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Console;
using Prosumeter.Metering;

namespace Prosumeter.Firmware
{
    /// <summary>
    /// The application. <see cref="Step"/> does all that is due and says when it wants to run next; it has no thread of its own, so a simulator drives one or ten
    /// thousand of them in virtual time. A fault of a sensor, of flash or of the network never leaves it as an exception.
    /// </summary>
    public sealed class ControllerApp
    {
        /// <summary>Version of the firmware, at most 16 characters.</summary>
        public const string Version = "0.1.0";

        private const int RestartDelayMilliseconds = 2000;

        // The goodbye goes out on a thread of its own; a board that restarts at once would cut it off.
        private const int GoodbyeMilliseconds = 1000;
        private const int ConsolePollMilliseconds = 20;
        private const int NetworkPollMilliseconds = 50;
        private const int PowerFailPollMilliseconds = 20;

        // A supply that has failed is away sooner: a line that stays low is broken, and the meter meters on.
        private const int HoldUpMilliseconds = 2000;

        private readonly Hardware _hardware;
        private readonly MarketSide _market;
        private readonly ConsoleSession _console;
        private readonly long _startMilliseconds;
        private long _restartMilliseconds = long.MaxValue;
        private long _failedMilliseconds = -1;
        private bool _isClosed;
        private bool _isRestarting;

        /// <summary>Restores a meter from flash and makes it ready for its first step.</summary>
        public ControllerApp(Hardware hardware, DeviceConfiguration configuration, ComplaintList complaints)
        {
            if (hardware == null || configuration == null || complaints == null)
            {
                throw new ArgumentNullException();
            }

            _hardware = hardware;
            _startMilliseconds = hardware.Clock.MonotonicMilliseconds;
            Meter = new Meter(hardware, configuration, complaints);
            PinLock pinLock = new PinLock(Meter.Store, Meter.Clock);
            CommandRegistry commands = new CommandRegistry(Meter.Log, pinLock);
            _market = hardware.Link == null || Meter.IsSafeMode ? null : new MarketSide(Meter, hardware.Link, commands);
            AddCommands(commands);
            AccessCommand.AddTo(commands, pinLock, Meter.Log);
            if (hardware.Console != null)
            {
                _console = new ConsoleSession(hardware.Console, commands);
                _console.Greet(configuration.Get(SettingId.Meter));
            }
        }

        /// <summary>The parts that work with or without a network.</summary>
        public readonly Meter Meter;

        /// <summary>Does all that is due now.</summary>
        /// <returns>Milliseconds until it wants to run next, 1 or more.</returns>
        public int Step()
        {
            long now = _hardware.Clock.MonotonicMilliseconds;
            _hardware.Restart.Alive();
            if (_hardware.PowerFail != null && IsSupplyGoing(now))
            {
                return PowerFailPollMilliseconds;
            }

            Meter.Faults.Set(FaultFlags.Clock, !_hardware.Clock.IsSynchronised || (_market != null && _market.Slots.IsClockBehind));
            Meter.Sampler.Run(now);
            Meter.Journal.SaveSample();
            _market?.Run(now);
            _console?.Run(now);
            Meter.Journal.Run(now);
            Meter.Policy.Run(now);
            if (_market != null && _market.Connection.IsHopeless(now))
            {
                RequestRestart(RestartReason.Network);
            }

            if (Meter.Guard.Run(now - _startMilliseconds, Meter.Configuration.Get(SettingId.GoodRunMinutes), Meter.IsSafeMode))
            {
                RequestRestart(RestartReason.EndOfSafeMode);
            }

            Leave(now);

            return Wait();
        }

        // Takes a last sample and saves, once; until the supply is away or back nothing is done that would need power or lose energy that was counted.
        private bool IsSupplyGoing(long nowMilliseconds)
        {
            if (!_hardware.PowerFail.IsFailing)
            {
                _failedMilliseconds = -1;
                return false;
            }

            if (_failedMilliseconds < 0)
            {
                _failedMilliseconds = nowMilliseconds;
                Meter.Sampler.TakeNow(nowMilliseconds);
                Meter.Journal.Commit(nowMilliseconds);
                Meter.Log.Add("supply fails", 0);
            }

            return nowMilliseconds - _failedMilliseconds < HoldUpMilliseconds;
        }

        /// <summary>Saves and restarts the board in 2 s, so that an answer can still go out.</summary>
        public void RequestRestart(RestartReason reason)
        {
            if (_restartMilliseconds != long.MaxValue)
            {
                return;
            }

            long now = _hardware.Clock.MonotonicMilliseconds;
            Meter.Guard.Announce(reason);
            _market?.Leave(now);
            _restartMilliseconds = now + RestartDelayMilliseconds;
        }

        private void Leave(long nowMilliseconds)
        {
            if (nowMilliseconds >= _restartMilliseconds - GoodbyeMilliseconds && !_isClosed)
            {
                _isClosed = true;
                _market?.Connection.Close();
            }

            if (nowMilliseconds >= _restartMilliseconds && !_isRestarting)
            {
                Restart(nowMilliseconds);
            }
        }

        private void Restart(long nowMilliseconds)
        {
            _isRestarting = true;
            Meter.Journal.Commit(nowMilliseconds);
            Meter.Policy.Commit(nowMilliseconds);
            _hardware.Restart.Restart();
        }

        private int Wait()
        {
            long until = Meter.Sampler.NextMilliseconds;
            long now = _hardware.Clock.MonotonicMilliseconds;
            int poll = _console != null ? ConsolePollMilliseconds : _market != null && _market.IsBusy ? NetworkPollMilliseconds : int.MaxValue;
            poll = _hardware.PowerFail != null ? PowerFailPollMilliseconds : poll;
            long wait = until - now < poll ? until - now : poll;
            return wait < 1 ? 1 : (int)wait;
        }

        private void AddCommands(CommandRegistry commands)
        {
            ConfigCommand config = new ConfigCommand(Meter);
            commands.Add(new StatusCommand(Meter, _market?.Connection));
            commands.Add(new RegistersCommand(Meter.Registers));
            commands.Add(new MeterCommand(Meter, _hardware));
            commands.Add(new SlotCommand(Meter, _market?.Bids, _market?.Mailbox));
            commands.Add(new QTableCommand(Meter));
            commands.Add(new OutboxCommand(Meter.Outbox, Meter.Readings, _market?.Sender));
            commands.Add(new ReplayCommand(Meter.Outbox));
            commands.Add(new LogCommand(Meter.Log));
            commands.Add(config);
            commands.Add(new CalibrateCommand(Meter, _hardware, config));
            commands.Add(new PresetCommand(Meter));
            commands.Add(new NetworkCommand(Meter, _market?.Connection));
            commands.Add(new TestCommand(Meter, _hardware, _market?.Connection));
            commands.Add(new RebootCommand(this));
        }
    }
}
