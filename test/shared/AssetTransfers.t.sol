// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {AssetTransfers} from "../../contracts/shared/AssetTransfers.sol";
import {FalseToken, FeeOnTransferToken, SilentToken} from "../support/OddTokens.sol";
import {bound, vm} from "../support/Vm.sol";

contract AssetTransfersTest {
    address private constant PAYER = address(0xAA);
    FaucetToken private _asset;

    function setUp() public {
        _asset = new FaucetToken();
        _asset.drip(PAYER, 1e12);
        vm.prank(PAYER);
        _asset.approve(address(this), 1e9);
    }

    function pull(address asset, address from, uint256 amount) external {
        AssetTransfers.pull(IERC20(asset), from, amount);
    }

    function testFuzz_pull_movesTheExactAmount(uint256 amount) public {
        amount = bound(amount, 0, 1e9);
        AssetTransfers.pull(_asset, PAYER, amount);
        vm.assertEq(_asset.balanceOf(address(this)), amount);
        vm.assertEq(_asset.balanceOf(PAYER), 1e12 - amount);
        vm.assertEq(_asset.allowance(PAYER, address(this)), 1e9 - amount);
    }

    /// @dev Not even a contract needs to be there: nothing is called.
    function test_pull_zeroCallsNobody() public {
        AssetTransfers.pull(IERC20(address(0xDEAD)), PAYER, 0);
    }

    function testFuzz_pull_refusesWithoutAllowance(uint256 amount) public {
        amount = bound(amount, 1e9 + 1, 1e12);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(this), 1e9, amount)
        );
        this.pull(address(_asset), PAYER, amount);
        vm.assertEq(_asset.balanceOf(PAYER), 1e12);
    }

    function testFuzz_pull_refusesTokensThatTakeAFee(uint256 amount, uint256 feeBps) public {
        amount = bound(amount, 10_000, 1e30);
        feeBps = bound(feeBps, 1, 10_000);
        FeeOnTransferToken token = new FeeOnTransferToken(feeBps);
        token.mint(PAYER, amount);
        vm.prank(PAYER);
        token.approve(address(this), amount);
        uint256 received = amount - (amount * feeBps) / 10_000;
        vm.expectRevert(abi.encodeWithSelector(AssetTransfers.ShortTransfer.selector, amount, received));
        this.pull(address(token), PAYER, amount);
        vm.assertEq(token.balanceOf(PAYER), amount);
        vm.assertEq(token.balanceOf(address(this)), 0);
    }

    /// @dev Money pulled from oneself does not arrive a second time.
    function test_pull_refusesToPullFromItself() public {
        _asset.drip(address(this), 100);
        _asset.approve(address(this), 100);
        vm.expectRevert(abi.encodeWithSelector(AssetTransfers.ShortTransfer.selector, 100, 0));
        this.pull(address(_asset), address(this), 100);
    }

    function test_pull_refusesTokensThatSayFalse() public {
        FalseToken token = new FalseToken();
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(token)));
        this.pull(address(token), PAYER, 1);
    }

    function test_pull_acceptsTokensThatSayNothing() public {
        SilentToken token = new SilentToken();
        token.mint(PAYER, 5);
        this.pull(address(token), PAYER, 5);
        vm.assertEq(token.balanceOf(address(this)), 5);
    }
}
