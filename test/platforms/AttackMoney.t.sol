// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {Leaf, LeafKind} from "../../contracts/platforms/IDemands.sol";
import {IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {CaseState} from "../../contracts/platforms/IPledges.sol";
import {Platforms} from "../../contracts/platforms/Platforms.sol";
import {ISettlement, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {InnerTree} from "../../contracts/settlement/SumTree.sol";
import {AssetTransfers} from "../../contracts/shared/AssetTransfers.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {ShortToken} from "../support/ShortToken.sol";
import {Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Attacks on bonds and rewards.
contract AttackMoneyTest is PlatformsTest {
    /* CHALLENGERS AGAINST AN HONEST PLATFORM */

    /// Everything that can be asked is asked: every answer earns the platform a pledge, the bond is never touched, and a withdrawal waits
    /// for the answers only.
    function test_attack_challenge_spam() public {
        vm.prank(operator);
        platforms.requestWithdrawal(platformId, 1e6);
        commit(receipts);
        for (uint256 i; i < 3; ++i) challenge(receipts[i]);
        for (uint256 i; i < 3; ++i) answer(i);
        toEpoch(3);
        openLot(receipts, lotId);
        InnerTree memory tree = Trees.lotTree(receipts, scopeOf(1), lotId);
        for (uint32 id = 4; id < 20; ++id) {
            demand(nomineeLeaf(id));
            demands.answerAbsent(nomineeLeaf(id), tree, Trees.nomineePath(receipts, scopeOf(1), lotId, 0));
        }
        vm.assertEq(platform().openCases, 0);
        vm.assertEq(platform().bond, PLATFORM_BOND);
        vm.assertEq(platforms.pledgesWonBy(platformId), 3 * PLEDGE);
        vm.assertEq(demands.pledgesWonBy(platformId), 16 * PLEDGE);

        toEpoch(10);
        vm.warp(block.timestamp - 1);
        demand(recommenderLeaf(1));
        toEpoch(12);
        openRecommender(receipts, 1);
        demands.closeDemand(recommenderLeaf(1));
        vm.prank(operator);
        vm.assertEq(platforms.withdrawBond(platformId), 1e6);
    }

    /// The last demand before the window closes keeps the bond for half an epoch more, and no longer than the platform likes.
    function test_attack_withdrawal_is_only_delayed() public {
        vm.prank(operator);
        platforms.requestWithdrawal(platformId, 1e6);
        Receipt[] memory late = oneReceipt(3, 1e6);
        commit(late);
        toEpoch(12);
        vm.warp(block.timestamp - 1);
        Leaf memory leaf = Leaf(platformId, 3, LeafKind.Recommender, 0, 0);
        demand(leaf);
        vm.warp(block.timestamp + 1);
        refuse(
            operator,
            abi.encodeCall(IPlatforms.withdrawBond, (platformId)),
            abi.encodeWithSelector(IPlatforms.CasesOpen.selector, platformId, 1)
        );
        openRecommender(late, 0);
        demands.closeDemand(leaf);
        vm.prank(operator);
        vm.assertEq(platforms.withdrawBond(platformId), 1e6);
    }

    /// Whoever answers first earns nothing by it, and cannot answer twice.
    function test_attack_answer_by_somebody_else() public {
        commit(receipts);
        challenge(receipts[0]);
        uint256 before = stranger.balance;
        bytes memory data = abi.encodeCall(IChallenges.answerReceipt, (receipts[0], purchaseOf(0), referralOf(0)));
        vm.prank(stranger);
        (bool success, ) = address(platforms).call(data);
        vm.assertTrue(success);
        vm.assertEq(stranger.balance, before);
        vm.assertEq(platforms.pledgeOf(stranger), 0);
        vm.assertEq(platforms.pledgesWonBy(platformId), PLEDGE);
        bytes memory ended = abi.encodeWithSelector(IChallenges.ReceiptNotChallenged.selector, digestOf(receipts[0]));
        refuse(operator, data, ended);
    }

    /* A PLATFORM AGAINST ITS OWN BOND */

    /// Whatever it signs and whoever it is besides (challenger, expert, recommender, nominee and winner of the whole pot), at least 45 % of what
    /// is taken is lost to it.
    function testFuzz_attack_platform_challenging_itself(
        uint72[3] memory parts,
        uint8[3] memory bits,
        uint72 bond
    ) public {
        platformId = platforms.admit(operator, vm.addr(SIGNER_KEY), "");
        platforms.depositBond(platformId, bond);
        settlement.setShares(1_000, 7_000, 10);
        Receipt memory one = receipt(1, 1, lotId, parts[0] >> (bits[0] % 73), 1, 1);
        (one.fee, one.commission) = (parts[1] >> (bits[1] % 73), parts[2] >> (bits[2] % 73));
        toEpoch(3);
        slash(one);
        uint256 taken = bond - platform().bond;
        uint256 gained = platforms.rewardOf(challenger) + settlement.potOf(lotId);
        gained += settlement.creditOf(expert) + settlement.creditOf(alicePayout);
        vm.assertLe(gained * 100, taken * 55);
    }

    /// Two receipts for one order give back a half, rounded down.
    function testFuzz_attack_platform_equivocating_against_itself(uint72 fee, uint72 bond) public {
        platformId = platforms.admit(operator, vm.addr(SIGNER_KEY), "");
        platforms.depositBond(platformId, bond);
        Receipt memory one = receipt(1, 1, lotId, 0, 1, 1);
        one.fee = fee;
        slashEquivocation(one);
        uint256 taken = bond - platform().bond;
        vm.assertLe(uint256(platforms.equivocationOf(platformId, one.orderId).reward) * 2, taken);
    }

    /// A platform that is first in every epoch keeps an honest case waiting. It costs it a sixteenth of its bond each time; the case
    /// does not lapse, and is settled in the first epoch in which the challenger is first.
    function test_attack_platform_fills_the_cap_against_challengers() public {
        toEpoch(3);
        bytes32 digest = challenge(receipts[1]);
        bytes memory data = abi.encodeCall(IChallenges.slashReceipt, (receipts[1]));
        for (uint32 epoch = 4; epoch < 10; ++epoch) {
            toEpoch(epoch);
            uint256 bond = platform().bond;
            Receipt memory own = lost(epoch);
            own.fee = type(uint72).max;
            Receipt memory other = changed(own);
            (bytes memory signature, bytes memory otherSignature) = (signed(own), signed(other));
            vm.prank(stranger);
            platforms.slashEquivocation(own, signature, other, otherSignature);
            uint256 back = platforms.withdrawEquivocationReward(platformId, own.orderId);
            vm.assertEq(bond - platform().bond, (bond + 7) / 8);
            vm.assertLe(back, (bond - platform().bond) / 2);
            refuse(challenger, data, abi.encodeWithSelector(IPlatforms.SlashingCapReached.selector, epoch + 1));
        }
        vm.assertTrue(platforms.receiptCaseOf(digest).state == CaseState.Open);
        toEpoch(10);
        uint256 left = platform().bond;
        platforms.slashReceipt(receipts[1]);
        vm.assertEq(platforms.rewardOf(challenger), (left + 39) / 40 / 2);
        vm.assertEq(settlement.creditOf(alicePayout), receipts[1].commission);
    }

    /// Between a receipt and its challenge lie five epochs at most, between a request and the bond twelve; and what is leaving
    /// does not count as cover for epochs that could still be challenged then.
    function test_attack_withdrawing_the_bond_between_receipt_and_challenge() public {
        toEpoch(1);
        vm.prank(operator);
        platforms.requestWithdrawal(platformId, PLATFORM_BOND);
        vm.assertEq(platforms.coverOf(platformId, 4), PLATFORM_BOND);
        vm.assertEq(platforms.coverOf(platformId, 5), 0);
        Receipt memory covered = receipt(1, 4, lotId, 1e6, 1, 1);
        Receipt memory uncovered = receipt(2, 5, lotId, 1e6, 1, 1);
        toEpoch(9);
        vm.warp(block.timestamp - 1);
        challenge(covered);
        refuse(
            operator,
            abi.encodeCall(IPlatforms.withdrawBond, (platformId)),
            abi.encodeWithSelector(IPlatforms.WithdrawalNotDue.selector, platformId, 13)
        );
        challenge(uncovered);
        toEpoch(13);
        refuse(
            operator,
            abi.encodeCall(IPlatforms.withdrawBond, (platformId)),
            abi.encodeWithSelector(IPlatforms.CasesOpen.selector, platformId, 2)
        );
        platforms.slashReceipt(covered);
        vm.assertLt(platform().bond, PLATFORM_BOND);
        vm.assertGt(platforms.rewardOf(challenger), 0);
        ISettlement.StatementCommit memory statement = Trees.statement(oneReceipt(12, 1e6), scopeOf(12));
        assertRefused(
            operator,
            address(settlement),
            abi.encodeCall(ISettlement.commitStatement, (statement)),
            abi.encodeWithSelector(IPlatforms.BondTooLow.selector, platformId, 0, 10_000e6)
        );
    }

    /// With the bond exhausted a case takes nothing and still ends; who deposits again is liable again.
    function test_attack_exhausted_bond() public {
        vm.prank(operator);
        platforms.requestWithdrawal(platformId, PLATFORM_BOND);
        toEpoch(12);
        vm.prank(operator);
        platforms.withdrawBond(platformId);
        Receipt memory one = receipt(1, 10, lotId, 1e6, 1, 1);
        Receipt memory other = receipt(2, 10, lotId, 1e6, 1, 1);
        challenge(one);
        challenge(other);
        passDeadline();
        platforms.slashReceipt(one);
        vm.assertTrue(platforms.receiptCaseOf(digestOf(one)).state == CaseState.Slashed);
        vm.assertEq(platforms.pledgeOf(challenger), PLEDGE);
        vm.assertEq(platforms.rewardOf(challenger), 0);
        vm.assertEq(settlement.creditOf(expert), 0);
        platforms.depositBond(platformId, 40_000e6);
        platforms.slashReceipt(other);
        vm.assertEq(platforms.rewardOf(challenger), 500e6);
    }

    /* GOVERNANCE AGAINST A PLATFORM */

    /// A bond that nobody can put up keeps no platform from settling what it sold before it was told, however often it is said.
    function test_attack_min_bond_raised_to_block_a_platform() public {
        for (uint32 epoch = 1; epoch < 6; ++epoch) {
            toEpoch(epoch);
            platforms.setMinBond(1e12);
            if (epoch > 1) {
                Receipt[] memory sold = oneReceipt(epoch - 1, 1e6);
                commit(sold);
            }
        }
        toEpoch(9);
        vm.assertEq(platforms.minBond(), 10_000e6);
        commit(oneReceipt(8, 1e6));
        toEpoch(10);
        ISettlement.StatementCommit memory statement = Trees.statement(oneReceipt(9, 1e6), scopeOf(9));
        assertRefused(
            operator,
            address(settlement),
            abi.encodeCall(ISettlement.commitStatement, (statement)),
            abi.encodeWithSelector(IPlatforms.BondTooLow.selector, platformId, PLATFORM_BOND, 1e12)
        );
    }

    /* ODD ASSETS */

    /// What does not arrive is no bond.
    function testFuzz_attack_fee_on_transfer_token(uint72 amount) public {
        amount = uint72(bound(amount, 1, type(uint72).max));
        asset = new ShortToken();
        platforms = new Platforms(address(access), asset, settlement, GENESIS, EPOCH);
        platformId = platforms.admit(operator, vm.addr(SIGNER_KEY), "");
        asset.drip(operator, amount);
        vm.prank(operator);
        asset.approve(address(platforms), amount);
        refuse(
            operator,
            abi.encodeCall(IPlatforms.depositBond, (platformId, amount)),
            abi.encodeWithSelector(AssetTransfers.ShortTransfer.selector, amount, amount - 1)
        );
        vm.assertEq(platform().bond, 0);
    }
}
