// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Decay} from "../../contracts/experience/Decay.sol";
import {ExperiencePower} from "../../contracts/experience/ExperiencePower.sol";
import {IExperiencePower} from "../../contracts/experience/IExperiencePower.sol";
import {DenseRegistry} from "../../contracts/shared/DenseRegistry.sol";
import {Refusals} from "../support/Refusals.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice The test contract is administrator and minter; Alice is experiencer 1, Bob 2.
contract ExperiencePowerTest is Refusals {
    uint48 private constant GENESIS = 1_700_000_000;
    uint32 private constant EPOCH = 7 days;
    uint48 private constant HALF_LIFE = 13 * 7 days;
    address private constant ALICE = address(0xA11CE);
    address private constant BOB = address(0xB0B);

    ExperiencePower private power;

    function setUp() public {
        vm.warp(GENESIS);
        power = new ExperiencePower(address(new AccessManager(address(this))), GENESIS, EPOCH);
        power.appointMinter(address(this), true);
        vm.prank(ALICE);
        power.register("alice");
        vm.prank(BOB);
        power.register("bob");
    }

    /* REGISTRATION */

    function test_description() public view {
        vm.assertEq(keccak256(bytes(power.name())), keccak256("Experience Power"));
        vm.assertEq(keccak256(bytes(power.symbol())), keccak256("XP"));
        vm.assertEq(power.decimals(), 6);
        vm.assertEq(power.halfLife(), HALF_LIFE);
        vm.assertEq(keccak256(bytes(power.CLOCK_MODE())), keccak256("mode=timestamp"));
        vm.assertEq(power.clock(), block.timestamp);
    }

    function testFuzz_register(address account, bytes32 profile) public {
        vm.assume(account != ALICE && account != BOB && account != address(0));
        vm.expectEmit(true, true, true, true, address(power));
        emit IExperiencePower.ExperiencerRegistered(3, account, profile);
        vm.expectEmit(true, true, true, true, address(power));
        emit IVotes.DelegateChanged(account, address(0), account);
        vm.prank(account);
        vm.assertEq(power.register(profile), 3);
        vm.assertEq(power.idOf(account), 3);
        vm.assertEq(power.accountOf(3), account);
        vm.assertEq(power.registered(), 3);
        vm.assertEq(power.getVotes(account), 0);
    }

    function test_register_refuses_twice() public {
        refuse(
            ALICE,
            abi.encodeCall(IExperiencePower.register, ("x")),
            abi.encodeWithSelector(DenseRegistry.AlreadyRegistered.selector, ALICE, 1)
        );
    }

    function testFuzz_setProfile(bytes32 profile) public {
        vm.expectEmit(true, true, true, true, address(power));
        emit IExperiencePower.ProfileSet(2, profile);
        vm.prank(BOB);
        power.setProfile(profile);
    }

    function testFuzz_setProfile_registered_only(address account) public {
        vm.assume(account != ALICE && account != BOB);
        refuse(
            account,
            abi.encodeCall(IExperiencePower.setProfile, ("x")),
            abi.encodeWithSelector(IExperiencePower.NotRegistered.selector, account)
        );
    }

    function testFuzz_accountOf_refuses_unknown(uint32 id) public {
        vm.assume(id == 0 || id > 2);
        bytes memory expected = abi.encodeWithSelector(IExperiencePower.UnknownExperiencer.selector, id);
        refuse(ALICE, abi.encodeCall(IExperiencePower.accountOf, (id)), expected);
        refuse(address(this), abi.encodeCall(IExperiencePower.mint, (id, 1)), expected);
    }

    /* SOULBOUND */

    function testFuzz_there_is_nothing_to_transfer(address to, uint256 amount) public {
        power.mint(1, 1e6);
        vm.warp(GENESIS + EPOCH);
        string[4] memory signatures = [
            "transfer(address,uint256)",
            "approve(address,uint256)",
            "transferFrom(address,address,uint256)",
            "burn(uint256)"
        ];
        for (uint256 i; i < 4; ++i) {
            bytes memory arguments = i == 2 ? abi.encode(ALICE, to, amount) : abi.encode(to, amount);
            refuse(ALICE, bytes.concat(bytes4(keccak256(bytes(signatures[i]))), arguments), "");
        }
    }

    function testFuzz_delegate_to_oneself_only(address account, address delegatee) public {
        vm.assertEq(power.delegates(account), account);
        vm.prank(account);
        power.delegate(account);
        vm.assume(delegatee != account);
        refuse(
            account,
            abi.encodeCall(IVotes.delegate, (delegatee)),
            abi.encodeWithSelector(IExperiencePower.SelfDelegationOnly.selector, delegatee)
        );
    }

    function testFuzz_delegateBySig_refuses(address delegatee, uint256 nonce, uint256 expiry, bytes32 r) public {
        refuse(
            ALICE,
            abi.encodeCall(IVotes.delegateBySig, (delegatee, nonce, expiry, 27, r, r)),
            abi.encodeWithSelector(IExperiencePower.SelfDelegationOnly.selector, delegatee)
        );
    }

    /* MINTING */

    function testFuzz_mint_counts_from_the_next_epoch_exactly(uint96 amount, uint256 time) public {
        time = bound(time, GENESIS, GENESIS + 80 * uint256(HALF_LIFE));
        vm.warp(time);
        uint48 effectiveAt = GENESIS + uint48((time - GENESIS) / EPOCH + 1) * EPOCH;
        vm.expectEmit(true, true, true, true, address(power));
        emit IVotes.DelegateVotesChanged(ALICE, 0, amount);
        power.mint(1, amount);
        vm.assertEq(power.getVotes(ALICE), 0);
        vm.warp(effectiveAt - 1);
        vm.assertEq(power.getVotes(ALICE), 0);
        vm.assertEq(power.totalSupply(), 0);
        vm.warp(effectiveAt);
        vm.assertEq(power.getVotes(ALICE), amount);
        vm.assertEq(power.balanceOf(ALICE), amount);
        vm.assertEq(power.totalSupply(), amount);
        vm.assertEq(power.getVotes(BOB), 0);
    }

    function test_mint_events() public {
        vm.warp(GENESIS + 5 * EPOCH + 17);
        power.mint(1, 7e6);
        uint48 effectiveAt = GENESIS + 6 * EPOCH;
        uint256 m = Decay.multiplier(6 * EPOCH, HALF_LIFE);
        vm.expectEmit(true, true, true, true, address(power));
        emit IExperiencePower.PowerEarned(1, ALICE, 10e6, effectiveAt, Decay.inflate(7e6, m) + Decay.inflate(10e6, m));
        vm.expectEmit(true, true, true, true, address(power));
        emit IVotes.DelegateVotesChanged(ALICE, 7e6, 17e6);
        power.mint(1, 10e6);
        vm.warp(effectiveAt);
        vm.assertEq(power.getVotes(ALICE), 17e6);
    }

    function testFuzz_mint_minters_only(address caller) public {
        vm.assume(caller != address(this));
        refuse(
            caller,
            abi.encodeCall(IExperiencePower.mint, (1, 1)),
            abi.encodeWithSelector(IExperiencePower.NotMinter.selector, caller)
        );
    }

    function testFuzz_appointMinter(address minter) public {
        vm.assume(minter != address(this));
        vm.expectEmit(true, true, true, true, address(power));
        emit IExperiencePower.MinterAppointed(minter, true);
        power.appointMinter(minter, true);
        vm.assertTrue(power.isMinter(minter));
        vm.prank(minter);
        power.mint(1, 1e6);
        vm.expectEmit(true, true, true, true, address(power));
        emit IExperiencePower.MinterAppointed(minter, false);
        power.appointMinter(minter, false);
        refuse(
            minter,
            abi.encodeCall(IExperiencePower.mint, (1, 1)),
            abi.encodeWithSelector(IExperiencePower.NotMinter.selector, minter)
        );
        vm.assume(minter != address(0));
        refuse(
            minter,
            abi.encodeCall(ExperiencePower.appointMinter, (minter, true)),
            abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, minter)
        );
    }

    /* DECAY */

    function testFuzz_power_halves_after_13_epochs(uint96 amount, uint256 halfLives) public {
        halfLives = bound(halfLives, 0, 80);
        power.mint(1, amount);
        vm.warp(GENESIS + EPOCH + halfLives * HALF_LIFE);
        vm.assertEq(power.getVotes(ALICE), uint256(amount) >> halfLives);
    }

    function testFuzz_power_falls_between_mintings(uint96 amount, uint256 a, uint256 b) public {
        (a, b) = (bound(a, 0, 20 * HALF_LIFE), bound(b, 0, 20 * HALF_LIFE));
        power.mint(1, amount);
        vm.warp(GENESIS + EPOCH + a);
        uint256 before = power.getVotes(ALICE);
        vm.warp(GENESIS + EPOCH + a + b);
        vm.assertLe(power.getVotes(ALICE), before);
    }

    /// Two accounts keep the ratio of what they earned, up to one unit each, however late they are looked at.
    function testFuzz_ratio_is_kept(uint96 a, uint96 b, uint256 elapsed) public {
        power.mint(1, a);
        power.mint(2, b);
        vm.warp(GENESIS + EPOCH + bound(elapsed, 0, 30 * HALF_LIFE));
        (uint256 alice, uint256 bob) = (power.getVotes(ALICE), power.getVotes(BOB));
        // a / b lies between (alice − ½) / (bob + 1½) and (alice + 1½) / (bob − ½): cross-multiplied.
        vm.assertLe(alice * b, (bob + 1) * (uint256(a) + 1));
        vm.assertLe(bob * a, (alice + 1) * (uint256(b) + 1));
    }

    /* LOOKING BACK */

    function testFuzz_votes_agree(uint96[8] memory amounts, uint32[8] memory gaps, uint256 when) public {
        uint256[8] memory times;
        uint256[8] memory votes;
        uint256[8] memory supplies;
        for (uint256 i; i < 8; ++i) {
            power.mint(1 + uint32(i % 2), amounts[i]);
            vm.warp(block.timestamp + 1 + (gaps[i] % (20 * EPOCH)));
            times[i] = block.timestamp;
            votes[i] = power.getVotes(ALICE);
            supplies[i] = power.totalSupply();
            vm.assertEq(power.powerAt(1, uint48(block.timestamp)), votes[i]);
            vm.assertEq(power.totalPowerAt(uint48(block.timestamp)), supplies[i]);
        }
        vm.warp(block.timestamp + 1 + (when % (50 * EPOCH)));
        for (uint256 i; i < 8; ++i) {
            vm.assertEq(power.getPastVotes(ALICE, times[i]), votes[i]);
            vm.assertEq(power.powerAt(1, uint48(times[i])), votes[i]);
            vm.assertEq(power.getPastTotalSupply(times[i]), supplies[i]);
            uint256 sum = votes[i] + power.getPastVotes(BOB, times[i]);
            vm.assertLe(sum, supplies[i]);
            vm.assertGe(sum + 2, supplies[i]);
        }
    }

    /// Power earned in an epoch never changes what was at a moment that has come.
    function testFuzz_past_is_final(uint96 first, uint96 later, uint256 offset) public {
        power.mint(1, first);
        vm.warp(GENESIS + EPOCH + bound(offset, 0, 2 * EPOCH));
        uint256 now_ = block.timestamp;
        uint256 votes = power.getVotes(ALICE);
        power.mint(1, later);
        vm.assertEq(power.getVotes(ALICE), votes);
        vm.warp(now_ + 5 * EPOCH);
        vm.assertEq(power.getPastVotes(ALICE, now_), votes);
    }

    function testFuzz_future_lookups_refuse(uint256 timepoint) public {
        timepoint = bound(timepoint, block.timestamp, type(uint256).max);
        bytes memory expected = abi.encodeWithSelector(
            IExperiencePower.ERC5805FutureLookup.selector,
            timepoint,
            uint48(block.timestamp)
        );
        refuse(ALICE, abi.encodeCall(IVotes.getPastVotes, (ALICE, timepoint)), expected);
        refuse(ALICE, abi.encodeCall(IVotes.getPastTotalSupply, (timepoint)), expected);
    }

    function testFuzz_power_of_the_future_refuses(uint48 timepoint) public {
        timepoint = uint48(bound(timepoint, block.timestamp + 1, type(uint48).max));
        bytes memory expected = abi.encodeWithSelector(
            IExperiencePower.ERC5805FutureLookup.selector,
            timepoint,
            uint48(block.timestamp)
        );
        refuse(ALICE, abi.encodeCall(IExperiencePower.powerAt, (1, timepoint)), expected);
        refuse(ALICE, abi.encodeCall(IExperiencePower.totalPowerAt, (timepoint)), expected);
    }

    /// Before genesis nobody had power, which is an answer and no error.
    function testFuzz_before_genesis_is_zero(uint48 timepoint) public {
        power.mint(1, 1e6);
        vm.warp(GENESIS + EPOCH);
        timepoint = uint48(bound(timepoint, 0, GENESIS + EPOCH - 1));
        vm.assertEq(power.getPastVotes(ALICE, timepoint), 0);
        vm.assertEq(power.getPastTotalSupply(timepoint), 0);
        vm.assertEq(power.powerAt(1, timepoint), 0);
    }

    function testFuzz_strangers_have_no_votes(address account) public {
        vm.assume(account != ALICE && account != BOB);
        power.mint(1, 1e6);
        vm.warp(GENESIS + EPOCH + 1);
        vm.assertEq(power.getVotes(account), 0);
        vm.assertEq(power.getPastVotes(account, GENESIS + EPOCH), 0);
    }

    /* THE TOTAL'S CHECKPOINT */

    function testFuzz_prepareEpoch_changes_no_power(uint96 amount, uint96 more, bool early) public {
        if (early) power.prepareEpoch();
        power.mint(1, amount);
        power.prepareEpoch();
        power.mint(2, more);
        power.prepareEpoch();
        vm.warp(GENESIS + EPOCH);
        power.prepareEpoch();
        vm.assertEq(power.totalSupply(), uint256(amount) + more);
        vm.warp(GENESIS + EPOCH + HALF_LIFE);
        vm.assertEq(power.totalSupply(), (uint256(amount) + more) / 2);
    }

    /* HORIZON */

    /// Raw units fit 208 bits: 10^12 units earned every epoch do for more than 145 half-lives, after which minting reverts
    /// and what was earned stays readable.
    function test_horizon() public {
        vm.warp(GENESIS + 145 * uint256(HALF_LIFE));
        // A steady 10^12 an epoch adds up to less than 19.3 · 10^12 at any time.
        power.mint(1, 19.3e12);
        vm.warp(block.timestamp + EPOCH);
        vm.assertEq(power.getVotes(ALICE), 19.3e12);
        vm.warp(GENESIS + 150 * uint256(HALF_LIFE) - EPOCH);
        // M = 2^(64 + 150), so one unit is 2^166 raw units.
        uint256 added = ((uint256(1) << 42) - 1) << 166;
        bytes memory expected = abi.encodeWithSelector(
            SafeCast.SafeCastOverflowedUintDowncast.selector,
            208,
            rawOf() + added
        );
        refuse(address(this), abi.encodeCall(IExperiencePower.mint, (1, (1 << 42) - 1)), expected);
        refuse(address(this), abi.encodeCall(IExperiencePower.mint, (1, 1 << 42)), panic(0x11));
        power.mint(1, 1 << 41);
        vm.warp(block.timestamp + EPOCH);
        vm.assertGe(power.getVotes(ALICE), 1 << 41);
    }

    /// Long after the horizon minting reverts at any amount and all power reads as nothing.
    function testFuzz_after_the_horizon(uint256 halfLives) public {
        power.mint(1, type(uint96).max);
        halfLives = bound(halfLives, 192, 100_000);
        vm.warp(GENESIS + halfLives * HALF_LIFE);
        vm.assertEq(power.getVotes(ALICE), 0);
        vm.assertEq(power.totalSupply(), 0);
        vm.assertEq(power.getPastVotes(ALICE, GENESIS + EPOCH), type(uint96).max);
        refuse(address(this), abi.encodeCall(IExperiencePower.mint, (1, 1)), panic(0x11));
    }

    /* HELPERS */

    /// @dev Raw total of experiencer 1 as minting nothing reports it.
    function rawOf() private returns (uint256 raw) {
        uint256 state = vm.snapshotState();
        vm.recordLogs();
        (bool success, ) = address(power).call(abi.encodeCall(IExperiencePower.mint, (1, 0)));
        vm.assertTrue(success);
        (, , raw) = abi.decode(vm.getRecordedLogs()[0].data, (uint256, uint48, uint256));
        vm.revertToState(state);
    }

    function refuse(address caller, bytes memory data, bytes memory expected) private {
        assertRefused(caller, address(power), data, expected);
    }

    function fingerprint() internal view override returns (bytes32) {
        uint48 now_ = uint48(block.timestamp);
        return
            keccak256(
                abi.encode(
                    power.registered(),
                    power.idOf(ALICE),
                    power.idOf(BOB),
                    power.powerAt(1, now_),
                    power.powerAt(2, now_),
                    power.totalPowerAt(now_)
                )
            );
    }
}
