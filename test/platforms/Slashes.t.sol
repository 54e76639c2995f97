// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {CaseKind, IPlatforms, Platform} from "../../contracts/platforms/IPlatforms.sol";
import {CaseState, IPledges} from "../../contracts/platforms/IPledges.sol";
import {Receipt} from "../../contracts/settlement/ISettlement.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice What a platform loses for a receipt that it did not answer for.
contract SlashesTest is PlatformsTest {
    struct Loss {
        uint256 amount;
        uint256 compensation;
        uint256 reward;
    }

    /// 10 % and 50 % of a fee of 300,001, a commission of 100,001 and 0.6 % of 2,000,001; the least penalty is a fortieth of the bond.
    function test_slashReceipt() public {
        toEpoch(3);
        bytes32 digest = challenge(receipts[1]);
        passDeadline();
        uint256 amount = LEAST_PENALTY + 292_001;
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.Slashed(platformId, digest, challenger, CaseKind.Receipt, amount, LEAST_PENALTY / 2);
        vm.prank(stranger);
        platforms.slashReceipt(receipts[1]);

        Platform memory one = platform();
        vm.assertEq(one.bond, PLATFORM_BOND - amount);
        vm.assertEq(one.slashed, amount);
        vm.assertEq(one.slashEpoch, 3);
        vm.assertEq(one.auditAccrued, LEAST_PENALTY / 2);
        vm.assertEq(one.openCases, 0);
        vm.assertTrue(platforms.receiptCaseOf(digest).state == CaseState.Slashed);
        vm.assertEq(platforms.pledgeOf(challenger), PLEDGE);
        vm.assertEq(platforms.pledgesWonBy(platformId), 0);
        vm.assertEq(platforms.rewardOf(challenger), LEAST_PENALTY / 2);
        assertPaid();
    }

    function test_slashReceipt_waits_for_the_answer() public {
        toEpoch(3);
        challenge(receipts[0]);
        uint48 deadline = uint48(block.timestamp) + WINDOW;
        refuseSlash(receipts[0], abi.encodeWithSelector(IPledges.AnswerStillDue.selector, deadline));
        toDeadline();
        refuseSlash(receipts[0], abi.encodeWithSelector(IPledges.AnswerStillDue.selector, deadline));
        vm.warp(block.timestamp + 1);
        platforms.slashReceipt(receipts[0]);
        bytes memory ended = abi.encodeWithSelector(IChallenges.ReceiptNotChallenged.selector, digestOf(receipts[0]));
        refuseSlash(receipts[0], ended);
        refuseSlash(receipts[2], notChallenged(receipts[2]));
    }

    /// Nothing is lost with time: a case can be settled years later.
    function testFuzz_slashReceipt_whenever(uint32 later) public {
        toEpoch(3);
        challenge(receipts[0]);
        passDeadline();
        vm.warp(block.timestamp + later);
        platforms.slashReceipt(receipts[0]);
        vm.assertEq(platforms.rewardOf(challenger), LEAST_PENALTY / 2);
    }

    /* AMOUNTS */

    /// Every amount follows the formula, whatever was signed and however much is left; and money is conserved.
    function testFuzz_slashReceipt_amounts(uint72 bond, uint72[3] memory parts, uint8[4] memory shrink) public {
        bond = shrunk(bond, shrink[3]);
        platformId = platforms.admit(operator, vm.addr(SIGNER_KEY), "");
        platforms.depositBond(platformId, bond);
        Receipt memory one = receipt(1, 1, lotId, shrunk(parts[0], shrink[0]), 1, 1);
        (one.fee, one.commission) = (shrunk(parts[1], shrink[1]), shrunk(parts[2], shrink[2]));
        Loss memory loss = expected(bond, 0, one);

        toEpoch(3);
        bytes32 digest = challenge(one);
        passDeadline();
        uint256 before = asset.balanceOf(address(settlement));
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.Slashed(platformId, digest, challenger, CaseKind.Receipt, loss.amount, loss.reward);
        platforms.slashReceipt(one);
        vm.assertEq(platform().bond, bond - loss.amount);
        vm.assertEq(platform().slashed, loss.amount);
        vm.assertEq(platforms.rewardOf(challenger), loss.reward);
        vm.assertEq(platform().auditAccrued, loss.amount - loss.compensation - loss.reward);
        vm.assertEq(asset.balanceOf(address(settlement)), before + loss.compensation);
        vm.assertEq(asset.allowance(address(platforms), address(settlement)), 0);
    }

    /// Ten times what was kept back, where that is more than a fortieth.
    function test_slashReceipt_large_orders_cost_more() public {
        Receipt memory one = receipt(1, 1, lotId, 2_000e6, 1, 1);
        toEpoch(3);
        slash(one);
        // 300 and 100 were kept back, 180 + 100 + 12 were owed.
        vm.assertEq(platform().bond, PLATFORM_BOND - 4_000e6 - 292e6);
        vm.assertEq(platforms.rewardOf(challenger), 2_000e6);
        vm.assertEq(platform().auditAccrued, 2_000e6);
        vm.assertEq(settlement.creditOf(expert), 30e6);
        vm.assertEq(settlement.creditOf(alicePayout), 100e6);
        vm.assertEq(settlement.potOf(lotId), 150e6);
        vm.assertEq(settlement.communeAccrued(3), 12e6);
    }

    /// No case takes more than an eighth; payees then have their part of it.
    function test_slashReceipt_takes_an_eighth_at_most() public {
        Receipt memory one = receipt(1, 1, lotId, 2_000_000e6, 1, 1);
        toEpoch(3);
        slash(one);
        // 292,000 owed and 4,000,000 penalty, of which 12,500 are taken.
        uint256 paid = (12_500e6 * uint256(292)) / 4_292;
        vm.assertEq(platform().bond, PLATFORM_BOND - 12_500e6);
        vm.assertEq(platforms.rewardOf(challenger), (12_500e6 - paid) / 2);
        vm.assertEq(asset.balanceOf(address(settlement)), paid);
    }

    /* THE CAP OF AN EPOCH */

    function test_slashReceipt_until_an_eighth_was_taken() public {
        toEpoch(3);
        for (uint256 i; i < 7; ++i) challenge(lost(i));
        passDeadline();
        for (uint256 i; i < 5; ++i) platforms.slashReceipt(lost(i));
        vm.assertGe(platform().slashed, PLATFORM_BOND / 8);
        bytes memory reached = abi.encodeWithSelector(IPlatforms.SlashingCapReached.selector, 4);
        refuseSlash(lost(5), reached);
        vm.assertEq(platform().openCases, 2);
        toEpoch(4);
        vm.warp(block.timestamp - 1);
        refuseSlash(lost(5), reached);
        vm.warp(block.timestamp + 1);
        platforms.slashReceipt(lost(5));
        platforms.slashReceipt(lost(6));
        vm.assertEq(platform().openCases, 0);
    }

    /// Whatever the cases, an epoch takes less than a quarter of what there was, rounded up.
    function testFuzz_an_epoch_takes_less_than_a_quarter(uint72 bond, uint72[6] memory fees) public {
        bond = uint72(bound(bond, 0, type(uint72).max));
        platformId = platforms.admit(operator, vm.addr(SIGNER_KEY), "");
        platforms.depositBond(platformId, bond);
        toEpoch(3);
        Receipt[] memory many = new Receipt[](6);
        for (uint256 i; i < 6; ++i) {
            many[i] = lost(i);
            many[i].fee = uint72(bound(fees[i], 0, uint256(bond) / 20));
            challenge(many[i]);
        }
        passDeadline();
        for (uint256 i; i < 6; ++i) {
            uint256 slashed = platform().slashed;
            Loss memory loss = expected(platform().bond, slashed, many[i]);
            bool reached = slashed >= (uint256(bond) + 7) / 8 && platform().bond > 0;
            if (reached) {
                refuseSlash(many[i], abi.encodeWithSelector(IPlatforms.SlashingCapReached.selector, 4));
                continue;
            }
            platforms.slashReceipt(many[i]);
            vm.assertEq(platform().slashed, slashed + loss.amount);
        }
        vm.assertLe(platform().slashed, (uint256(bond) + 7) / 4);
        vm.assertEq(platform().bond + platform().slashed, bond);
    }

    /* AN EXHAUSTED BOND */

    /// A platform that has nothing left loses nothing; the case ends, and the pledge goes back.
    function test_slashReceipt_with_an_exhausted_bond() public {
        platformId = platforms.admit(operator, vm.addr(SIGNER_KEY), "");
        toEpoch(3);
        bytes32 digest = challenge(lost(1));
        passDeadline();
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.Slashed(platformId, digest, challenger, CaseKind.Receipt, 0, 0);
        platforms.slashReceipt(lost(1));
        vm.assertTrue(platforms.receiptCaseOf(digest).state == CaseState.Slashed);
        vm.assertEq(platforms.pledgeOf(challenger), PLEDGE);
        vm.assertEq(platforms.rewardOf(challenger), 0);
        vm.assertEq(asset.balanceOf(address(settlement)), 0);
        vm.assertEq(platform().openCases, 0);
        vm.assertEq(platform().bond, 0);
    }

    /// The last units go like all others, and the cap does not keep cases open when nothing is left.
    function testFuzz_a_small_bond_runs_out(uint8 bond) public {
        platformId = platforms.admit(operator, vm.addr(SIGNER_KEY), "");
        platforms.depositBond(platformId, bond);
        toEpoch(3);
        for (uint256 i; i < 60; ++i) challenge(lost(i));
        passDeadline();
        uint32 epoch = 3;
        for (uint256 i; i < 60; ++i) {
            uint256 whole = uint256(platform().bond) + (platform().slashEpoch == epoch ? platform().slashed : 0);
            uint256 slashed = platform().slashEpoch == epoch ? platform().slashed : 0;
            if (platform().bond > 0 && slashed >= (whole + 7) / 8) toEpoch(++epoch);
            platforms.slashReceipt(lost(i));
        }
        vm.assertEq(platform().openCases, 0);
        vm.assertEq(platforms.pledgeOf(challenger), 60 * PLEDGE);
        vm.assertEq(
            uint256(platform().bond) +
                platform().auditAccrued +
                platforms.rewardOf(challenger) +
                asset.balanceOf(address(settlement)),
            bond
        );
    }

    /* REWARDS */

    function test_withdrawReward() public {
        toEpoch(3);
        slash(lost(1));
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IChallenges.RewardWithdrawn(challenger, LEAST_PENALTY / 2);
        vm.prank(stranger);
        vm.assertEq(platforms.withdrawReward(challenger), LEAST_PENALTY / 2);
        vm.assertEq(asset.balanceOf(challenger), LEAST_PENALTY / 2);
        refuse(
            challenger,
            abi.encodeCall(IChallenges.withdrawReward, (challenger)),
            abi.encodeWithSelector(IPledges.NothingToWithdraw.selector, challenger)
        );
    }

    /* DEMANDS: THE CONTRACT THAT KEEPS THEM ONLY */

    function testFuzz_demands_only(address caller) public {
        vm.assume(caller != address(demands));
        bytes memory expected_ = abi.encodeWithSelector(IPlatforms.NotDemands.selector, caller);
        refuse(caller, abi.encodeCall(IPlatforms.openDemand, (platformId)), expected_);
        refuse(caller, abi.encodeCall(IPlatforms.closeDemand, (platformId)), expected_);
        refuse(caller, abi.encodeCall(IPlatforms.slashDemand, (platformId, bytes32(0), caller)), expected_);
    }

    /* HELPERS */

    function assertPaid() private view {
        vm.assertEq(settlement.creditOf(expert), 30_000);
        vm.assertEq(settlement.potOf(lotId), 150_000);
        vm.assertEq(settlement.creditOf(alicePayout), 100_001);
        vm.assertEq(settlement.communeAccrued(3), 12_000);
        vm.assertEq(settlement.nominatedOf(lotId, 1), 300_001);
        vm.assertEq(settlement.auditFundAccrued(), 0);
        vm.assertEq(asset.balanceOf(address(settlement)), 292_001);
    }

    /// @dev Any size of amount is as likely as any other.
    function shrunk(uint72 amount, uint8 bits) private pure returns (uint72) {
        return amount >> (bits % 73);
    }

    /// @dev The rule of PlatformBonds once more, as it is said in words.
    function expected(uint256 bond, uint256 slashed, Receipt memory one) private pure returns (Loss memory loss) {
        uint256 owed = (uint256(one.fee) * 1_000) / 10_000 + (uint256(one.fee) * 5_000) / 10_000;
        owed += uint256(one.commission) + (uint256(one.sales) * 60) / 10_000;
        uint256 penalty = 10 * (uint256(one.fee) + one.commission);
        uint256 least = (bond + slashed + 39) / 40;
        if (penalty < least) penalty = least;
        loss.amount = owed + penalty;
        uint256 limit = (bond + slashed + 7) / 8;
        if (loss.amount > limit) loss.amount = limit;
        if (loss.amount > bond) loss.amount = bond;
        if (owed > 0) loss.compensation = (loss.amount * owed) / (owed + penalty);
        loss.reward = (loss.amount - loss.compensation) / 2;
    }

    function notChallenged(Receipt memory one) private view returns (bytes memory) {
        return abi.encodeWithSelector(IChallenges.ReceiptNotChallenged.selector, digestOf(one));
    }
}
