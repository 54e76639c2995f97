// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {ISettlement, Statement} from "../../contracts/settlement/ISettlement.sol";
import {Sums, SumsLib} from "../../contracts/settlement/Sums.sol";
import {AssetTransfers} from "../../contracts/shared/AssetTransfers.sol";
import {SelfPermit} from "../../contracts/shared/SelfPermit.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {ShortToken} from "../support/ShortToken.sol";
import {Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

contract SettlementCommittingTest is SettlementTest {
    function setUp() public override {
        super.setUp();
        toEpoch(2);
    }

    /* WHAT A STATEMENT DOES */

    function test_commit_stores_the_statement_and_pulls_the_deposit() public {
        ISettlement.StatementCommit memory statement = sample();
        // Fees 150,000 + 300,001 + 450,001, commissions 100,001 + 150,001, sales 6,000,004.
        uint256 communeShare = 36_001;
        uint256 toPay = 90_001 + 450_001 + 250_002;
        uint256 before = asset.balanceOf(operator);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.StatementCommitted(
            platformId,
            1,
            statement,
            6_000_004,
            900_002,
            250_002,
            3,
            toPay + communeShare,
            communeShare,
            startOf(3)
        );
        vm.prank(operator);
        settlement.commitStatement(statement);

        vm.assertEq(before - asset.balanceOf(operator), toPay + communeShare);
        vm.assertEq(asset.balanceOf(address(settlement)), toPay + communeShare);
        vm.assertEq(settlement.communeAccrued(2), communeShare);
        vm.assertEq(settlement.opensAt(platformId, 1), startOf(3));
        Statement memory stored = settlement.statementOf(platformId, 1);
        vm.assertEq(stored.lotRoot, statement.lotRoot);
        vm.assertEq(stored.recommenderRoot, statement.recommenderRoot);
        vm.assertTrue(stored.totals == statement.totals);
        vm.assertEq(stored.postedAt, block.timestamp);
        vm.assertEq(stored.lotDepth, statement.lotDepth);
        vm.assertEq(stored.recommenderDepth, statement.recommenderDepth);
        vm.assertEq(stored.expertBps, 1_000);
        vm.assertEq(stored.experiencerBps, 5_000);
        vm.assertEq(stored.remaining, toPay);
    }

    /// Up to the limits of every lane.
    function testFuzz_commit_deposit(uint72 sales, uint72 fees, uint72 commissions, uint40 count) public {
        (fees, commissions) = (uint72(bound(fees, 0, sales)), uint72(bound(commissions, 0, sales)));
        ISettlement.StatementCommit memory statement = sample();
        statement.totals = SumsLib.pack(sales, fees, commissions, count == 0 ? 1 : count);
        uint256 before = asset.balanceOf(operator);
        vm.prank(operator);
        settlement.commitStatement(statement);

        uint256 toPay = uint256(ceilBps(fees, 1_000)) + ceilBps(fees, 5_000) + commissions;
        vm.assertEq(before - asset.balanceOf(operator), toPay + ceilBps(sales, 60));
        vm.assertEq(settlement.statementOf(platformId, 1).remaining, toPay);
        vm.assertEq(settlement.communeAccrued(2), ceilBps(sales, 60));
    }

    function test_commit_totals_at_the_type_limits() public {
        ISettlement.StatementCommit memory statement = sample();
        statement.totals = Sums.wrap(type(uint256).max);
        vm.prank(operator);
        settlement.commitStatement(statement);
        uint256 max = type(uint72).max;
        uint256 toPay = (max + 9) / 10 + (max + 1) / 2 + max;
        vm.assertEq(settlement.statementOf(platformId, 1).remaining, toPay);
        vm.assertEq(asset.balanceOf(address(settlement)), toPay + (max * 60 + 9_999) / 10_000);
    }

    function test_commit_uses_the_shares_of_its_day() public {
        settlement.setShares(1_000, 7_000, 200);
        commit(oneReceipt(1, 1_000_000));
        settlement.setShares(500, 3_000, 10);
        Statement memory stored = settlement.statementOf(platformId, 1);
        vm.assertEq(stored.expertBps, 1_000);
        vm.assertEq(stored.experiencerBps, 7_000);
        vm.assertEq(stored.remaining, 15_000 + 105_000);
        vm.assertEq(settlement.communeAccrued(2), 20_000);
    }

    function test_commit_platforms_side_by_side() public {
        address other = address(0xA2);
        fund(other);
        uint32 otherId = admitPlatform(other, "https://other.example");
        commit(threeReceipts(1));
        ISettlement.StatementCommit memory statement = sample();
        statement.platformId = otherId;
        vm.prank(other);
        settlement.commitStatement(statement);
        vm.assertEq(settlement.communeAccrued(2), 2 * 36_001);
        vm.assertEq(settlement.statementOf(otherId, 1).remaining, settlement.statementOf(platformId, 1).remaining);
    }

    function testFuzz_commit_with_a_signed_permit_in_one_transaction(bool submitted) public {
        uint256 key = 0xBEEF;
        address signer = vm.addr(key);
        asset.drip(signer, 1e12);
        ISettlement.StatementCommit memory statement = sample();
        statement.platformId = admitPlatform(signer, "");
        bytes32 permit = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                signer,
                address(settlement),
                1e12,
                0,
                type(uint256).max
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(
            key,
            keccak256(abi.encodePacked(hex"1901", asset.DOMAIN_SEPARATOR(), permit))
        );
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(SelfPermit.selfPermit, (1e12, type(uint256).max, v, r, s));
        calls[1] = abi.encodeCall(ISettlement.commitStatement, (statement));
        // Somebody may have submitted the permit already: it must not make the call fail.
        if (submitted) asset.permit(signer, address(settlement), 1e12, type(uint256).max, v, r, s);
        vm.prank(signer);
        settlement.multicall(calls);
        vm.assertEq(settlement.statementOf(statement.platformId, 1).postedAt, block.timestamp);
    }

    /* WINDOW */

    function test_commit_refuses_before_the_epoch_is_over() public {
        vm.warp(startOf(2) - 1);
        refuse(
            sample(),
            abi.encodeWithSelector(ISettlement.OutsideStatementWindow.selector, 1, startOf(2), startOf(3))
        );
        vm.warp(startOf(2));
        commit(threeReceipts(1));
    }

    function test_commit_refuses_after_the_next_epoch() public {
        vm.warp(startOf(3));
        refuse(
            sample(),
            abi.encodeWithSelector(ISettlement.OutsideStatementWindow.selector, 1, startOf(2), startOf(3))
        );
        vm.warp(startOf(3) - 1);
        ISettlement.StatementCommit memory statement = sample();
        vm.prank(operator);
        settlement.commitStatement(statement);
        vm.assertEq(settlement.opensAt(platformId, 1), startOf(4) - 1);
    }

    function testFuzz_commit_refuses_every_other_epoch(uint32 epoch) public {
        epoch = uint32(bound(epoch, 0, 1e8));
        if (epoch == 1) return;
        ISettlement.StatementCommit memory statement = sample();
        statement.epoch = epoch;
        refuse(
            statement,
            abi.encodeWithSelector(
                ISettlement.OutsideStatementWindow.selector,
                epoch,
                startOf(epoch + 1),
                startOf(epoch + 2)
            )
        );
    }

    /// Far epochs must not come round to the present: 2^48 seconds are fewer than 2^32 epochs.
    function test_commit_refuses_epochs_whose_start_overflows_the_clock() public {
        for (uint256 round = 1; round < 10; ++round) {
            uint256 epoch = ((round << 48) - GENESIS + block.timestamp) / EPOCH;
            for (uint256 near = epoch - 2; near < epoch + 1; ++near) {
                ISettlement.StatementCommit memory statement = sample();
                statement.epoch = uint32(near);
                refuse(
                    statement,
                    abi.encodeWithSelector(
                        SafeCast.SafeCastOverflowedUintDowncast.selector,
                        48,
                        GENESIS + (near + 1) * EPOCH
                    )
                );
            }
        }
    }

    /* REFUSALS */

    function test_commit_refuses_twice() public {
        commit(threeReceipts(1));
        refuse(sample(), abi.encodeWithSelector(ISettlement.StatementExists.selector, platformId, 1));
    }

    function testFuzz_commit_operator_only(address caller) public {
        vm.assume(caller != operator);
        assertRefused(
            caller,
            address(settlement),
            abi.encodeCall(ISettlement.commitStatement, (sample())),
            abi.encodeWithSelector(IPlatforms.NotOperator.selector, platformId, caller)
        );
    }

    function testFuzz_commit_admitted_platforms_only(uint32 unknown) public {
        vm.assume(unknown != platformId);
        ISettlement.StatementCommit memory statement = sample();
        statement.platformId = unknown;
        refuse(statement, abi.encodeWithSelector(IPlatforms.PlatformNotAdmitted.selector, unknown));
    }

    /// What was sold in the epoch in which it was suspended, or before, is settled; nothing that began later.
    function test_commit_refuses_a_suspended_platform() public {
        platforms.suspend(platformId);
        commit(threeReceipts(1));
        toEpoch(3);
        commit(threeReceipts(2));
        toEpoch(4);
        ISettlement.StatementCommit memory later = Trees.statement(threeReceipts(3), scopeOf(3));
        refuse(later, abi.encodeWithSelector(IPlatforms.PlatformIsSuspended.selector, platformId));
        platforms.resume(platformId);
        commit(threeReceipts(3));
    }

    /// The bond must last until nothing of the statement can be challenged: what is leaving before that is not there.
    function test_commit_needs_a_bonded_platform() public {
        address other = address(0xA2);
        fund(other);
        uint32 otherId = platforms.admit(other, vm.addr(SIGNER_KEY), "https://other.example");
        ISettlement.StatementCommit memory statement = sample();
        statement.platformId = otherId;
        bytes memory data = abi.encodeCall(ISettlement.commitStatement, (statement));
        bytes memory expected = abi.encodeWithSelector(IPlatforms.BondTooLow.selector, otherId, 0, 10_000e6);
        assertRefused(other, address(settlement), data, expected);
        platforms.depositBond(otherId, 10_000e6 - 1);
        expected = abi.encodeWithSelector(IPlatforms.BondTooLow.selector, otherId, 10_000e6 - 1, 10_000e6);
        assertRefused(other, address(settlement), data, expected);
        platforms.depositBond(otherId, 1);
        vm.prank(other);
        settlement.commitStatement(statement);
        vm.assertEq(settlement.postedAtOf(otherId, 1), block.timestamp);
    }

    function test_commit_counts_no_bond_that_is_leaving() public {
        vm.prank(operator);
        platforms.requestWithdrawal(platformId, PLATFORM_BOND - 10_000e6 + 1);
        // Leaves in epoch 14; leaves of epoch 5 can be demanded until then, those of epoch 6 for longer.
        commit(oneReceipt(5, 1));
        toEpoch(7);
        ISettlement.StatementCommit memory statement = Trees.statement(oneReceipt(6, 1), scopeOf(6));
        refuse(statement, abi.encodeWithSelector(IPlatforms.BondTooLow.selector, platformId, 10_000e6 - 1, 10_000e6));
        vm.prank(operator);
        platforms.requestWithdrawal(platformId, 0);
        vm.prank(operator);
        settlement.commitStatement(statement);
    }

    function testFuzz_commit_refuses_deep_trees(uint8 lotDepth, uint8 recommenderDepth) public {
        ISettlement.StatementCommit memory statement = sample();
        (statement.lotDepth, statement.recommenderDepth) = (lotDepth, recommenderDepth);
        uint8 deepest = lotDepth > recommenderDepth ? lotDepth : recommenderDepth;
        if (deepest > 32) {
            refuse(statement, abi.encodeWithSelector(ISettlement.TreeTooDeep.selector, deepest, 32));
        } else {
            vm.prank(operator);
            settlement.commitStatement(statement);
        }
    }

    function test_commit_refuses_no_orders() public {
        ISettlement.StatementCommit memory statement = sample();
        statement.totals = SumsLib.pack(5, 1, 1, 0);
        refuse(statement, abi.encodePacked(ISettlement.EmptyStatement.selector));
    }

    function testFuzz_commit_refuses_implausible_totals(uint72 sales, uint72 more, bool inFees) public {
        sales = uint72(bound(sales, 0, type(uint72).max - 1));
        more = uint72(bound(more, uint256(sales) + 1, type(uint72).max));
        ISettlement.StatementCommit memory statement = sample();
        (uint72 fees, uint72 commissions) = inFees ? (more, sales) : (sales, more);
        statement.totals = SumsLib.pack(sales, fees, commissions, 1);
        refuse(statement, abi.encodeWithSelector(ISettlement.ImplausibleTotals.selector, sales, fees, commissions));
    }

    function test_commit_refuses_without_allowance() public {
        vm.prank(operator);
        asset.approve(address(settlement), 826_004);
        refuse(
            sample(),
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(settlement),
                826_004,
                826_005
            )
        );
    }

    function test_commit_refuses_a_token_with_a_fee() public {
        ShortToken token = new ShortToken();
        deploySettlement(token);
        admitPlatform(operator, "https://relay.example");
        token.drip(operator, FUNDS);
        vm.prank(operator);
        token.approve(address(settlement), FUNDS);
        refuse(sample(), abi.encodeWithSelector(AssetTransfers.ShortTransfer.selector, 826_005, 826_004));
        vm.assertEq(token.balanceOf(operator), FUNDS);
    }

    function testFuzz_views_refuse_unknown_statements(uint32 platform, uint32 epoch) public {
        bytes memory expected = abi.encodeWithSelector(ISettlement.NoStatement.selector, platform, epoch);
        assertRefused(abi.encodeCall(ISettlement.statementOf, (platform, epoch)), expected);
        assertRefused(abi.encodeCall(ISettlement.opensAt, (platform, epoch)), expected);
        assertRefused(abi.encodeCall(ISettlement.sweepStatement, (platform, epoch)), expected);
        vm.assertEq(settlement.postedAtOf(platform, epoch), 0);
    }

    function test_postedAtOf() public {
        vm.warp(startOf(2) + 12_345);
        vm.assertEq(settlement.postedAtOf(platformId, 1), 0);
        ISettlement.StatementCommit memory statement = sample();
        vm.prank(operator);
        settlement.commitStatement(statement);
        vm.assertEq(settlement.postedAtOf(platformId, 1), startOf(2) + 12_345);
        vm.assertEq(settlement.postedAtOf(platformId, 2), 0);
        vm.assertEq(settlement.postedAtOf(platformId + 1, 1), 0);
    }

    /* HELPERS */

    function sample() private view returns (ISettlement.StatementCommit memory) {
        return Trees.statement(threeReceipts(1), scopeOf(1));
    }

    function refuse(ISettlement.StatementCommit memory statement, bytes memory expected) private {
        assertRefused(
            operator,
            address(settlement),
            abi.encodeCall(ISettlement.commitStatement, (statement)),
            expected
        );
    }

    function startOf(uint32 epoch) private pure returns (uint48) {
        return GENESIS + uint48(epoch) * EPOCH;
    }
}
